using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>The χ² distribution: the sum of the squares of as many standard normal numbers as there are degrees of freedom.</summary>
public sealed class Chi2 : distributions.Distribution
{
    /// <summary>Distributions with these degrees of freedom.</summary>
    /// <exception cref="ArgumentException">Degrees of freedom are not above 0.</exception>
    public Chi2(Tensor df, Generator? generator = null) : base(generator, df.sizes)
    {
        this.df = Parameters.Real(df);
        distributions.constraints.positive.Require(nameof(Chi2), "df", df);
    }

    /// <summary>Degrees of freedom.</summary>
    public Tensor df { get; }

    /// <inheritdoc/>
    public override Tensor mean => df;

    /// <inheritdoc/>
    public override Tensor mode => (df - 2).clamp_min(0);

    /// <inheritdoc/>
    public override Tensor variance => df * 2;

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.nonnegative;

    /// <inheritdoc/>
    private Gamma Gamma => new(df * 0.5, full(df.sizes, 0.5, df.type), generator);

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) => StandardGamma((df * 0.5).expand(shape), generator) * 2;

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Gamma.log_prob(Check(value));

    /// <inheritdoc/>
    public override Tensor entropy() => Gamma.entropy();

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Gamma.cdf(value);

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) => new Chi2(df.expand(batch_shape), generator);
}
