using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>The absolute values of numbers of Cauchy's distribution around 0; it has no mean.</summary>
public sealed class HalfCauchy : distributions.Distribution
{
    /// <summary>Distributions with these scales.</summary>
    /// <exception cref="ArgumentException">A scale is not above 0.</exception>
    public HalfCauchy(Tensor scale, Generator? generator = null) : base(generator, scale.sizes)
    {
        this.scale = Parameters.Real(scale);
        distributions.constraints.positive.Require(nameof(HalfCauchy), "scale", scale);
    }

    /// <summary>γ of Cauchy's distribution.</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public override Tensor mean => full(scale.sizes, double.PositiveInfinity, scale.type);

    /// <inheritdoc/>
    public override Tensor mode => zeros_like(scale);

    /// <inheritdoc/>
    public override Tensor variance => full(scale.sizes, double.PositiveInfinity, scale.type);

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.nonnegative;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) => (empty(shape, scale.type).cauchy_(0, 1, generator) * scale).abs();

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => new Cauchy(0f, scale).log_prob(Check(value)) + Math.Log(2);

    /// <inheritdoc/>
    public override Tensor entropy() => scale.log() + Math.Log(2 * Math.PI);

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => (Check(value) / scale).atan() * (2 / Math.PI);

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => scale * (value * (Math.PI / 2)).tan();

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) => new HalfCauchy(scale.expand(batch_shape), generator);
}
