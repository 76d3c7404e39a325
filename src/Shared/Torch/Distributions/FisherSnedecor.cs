using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>The F distribution: the quotient of two χ² numbers, each divided by its degrees of freedom.</summary>
public sealed class FisherSnedecor : distributions.Distribution
{
    /// <summary>Distributions with these degrees of freedom, which broadcast to each other.</summary>
    /// <exception cref="ArgumentException">Degrees of freedom are not above 0.</exception>
    public FisherSnedecor(Tensor df1, Tensor df2, Generator? generator = null) : base(generator, Parameters.Shape(df1, df2))
    {
        (this.df1, this.df2) = Parameters.Broadcast(df1, df2);
        distributions.constraints.positive.Require(nameof(FisherSnedecor), "df1", df1);
        distributions.constraints.positive.Require(nameof(FisherSnedecor), "df2", df2);
    }

    /// <summary>Degrees of freedom of the numerator.</summary>
    public Tensor df1 { get; }

    /// <summary>Degrees of freedom of the denominator.</summary>
    public Tensor df2 { get; }

    /// <inheritdoc/>
    public override Tensor mean => where(df2 > 2, df2 / (df2 - 2), double.NaN);

    /// <inheritdoc/>
    public override Tensor mode => where(df1 > 2, (df1 - 2) / df1 * df2 / (df2 + 2), double.NaN);

    /// <inheritdoc/>
    public override Tensor variance =>
        where(df2 > 4, df2.square() * 2 * (df1 + df2 - 2) / (df1 * (df2 - 2).square() * (df2 - 4)), double.NaN);

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.nonnegative;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape)
    {
        var numerator = StandardGamma((df1 * 0.5).expand(shape), generator) / df1;
        return numerator / (StandardGamma((df2 * 0.5).expand(shape), generator) / df2);
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value)
    {
        Check(value);
        Tensor half1 = df1 * 0.5, half2 = df2 * 0.5, ratio = df1 / df2;
        return (half1 + half2).lgamma() - half1.lgamma() - half2.lgamma() + (half1 * ratio.log()) + ((half1 - 1) * value.log())
            - ((half1 + half2) * (ratio * value).log1p());
    }

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new FisherSnedecor(df1.expand(batch_shape), df2.expand(batch_shape), generator);
}
