using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>The absolute values of normally distributed numbers of mean 0.</summary>
public sealed class HalfNormal : distributions.Distribution
{
    /// <summary>Distributions with these scales.</summary>
    /// <exception cref="ArgumentException">A scale is not above 0.</exception>
    public HalfNormal(Tensor scale, Generator? generator = null) : base(generator, scale.sizes)
    {
        this.scale = Parameters.Real(scale);
        distributions.constraints.positive.Require(nameof(HalfNormal), "scale", scale);
    }

    /// <summary>The standard deviation of the normal distribution.</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public override Tensor mean => scale * Math.Sqrt(2 / Math.PI);

    /// <inheritdoc/>
    public override Tensor mode => zeros_like(scale);

    /// <inheritdoc/>
    public override Tensor variance => scale.square() * (1 - (2 / Math.PI));

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.nonnegative;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) => (randn(shape, scale.type, generator: generator) * scale).abs();

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => new Normal(0f, scale).log_prob(Check(value)) + Math.Log(2);

    /// <inheritdoc/>
    public override Tensor entropy() => scale.log() + (0.5 * Math.Log(Math.PI / 2)) + 0.5;

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => (Check(value) / (scale * Math.Sqrt(2))).erf();

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => scale * value.erfinv() * Math.Sqrt(2);

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) => new HalfNormal(scale.expand(batch_shape), generator);
}
