using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>Weibull's distribution, density (k/λ)(x/λ)ᵏ⁻¹e^(−(x/λ)ᵏ).</summary>
public sealed class Weibull : distributions.Distribution
{
    /// <summary>Distributions with these scales and exponents, which broadcast to each other.</summary>
    /// <exception cref="ArgumentException">A scale or a concentration is not above 0.</exception>
    public Weibull(Tensor scale, Tensor concentration, Generator? generator = null)
        : base(generator, Parameters.Shape(scale, concentration))
    {
        (this.scale, this.concentration) = Parameters.Broadcast(scale, concentration);
        distributions.constraints.positive.Require(nameof(Weibull), "scale", scale);
        distributions.constraints.positive.Require(nameof(Weibull), "concentration", concentration);
    }

    /// <summary>λ.</summary>
    public Tensor scale { get; }

    /// <summary>k.</summary>
    public Tensor concentration { get; }

    /// <inheritdoc/>
    public override Tensor mean => scale * Moment(1);

    /// <inheritdoc/>
    public override Tensor mode =>
        where(concentration > 1, scale * ((concentration - 1) / concentration).pow(concentration.reciprocal()), 0.0);

    /// <inheritdoc/>
    public override Tensor variance => scale.square() * (Moment(2) - Moment(1).square());

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.positive;

    // E[(x/λ)ⁿ] = Γ(1 + n/k).
    private Tensor Moment(int n) => ((n / concentration) + 1).lgamma().exp();

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) =>
        scale * empty(shape, scale.type).exponential_(1, generator).pow(concentration.reciprocal());

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) =>
        (concentration / scale).log() + ((concentration - 1) * (Check(value) / scale).log()) - (value / scale).pow(concentration);

    /// <inheritdoc/>
    public override Tensor entropy() => ((1 - concentration.reciprocal()) * Parameters.EulerGamma) + (scale / concentration).log() + 1;

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => 1 - (Check(value) / scale).pow(concentration).neg().exp();

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => scale * value.neg().log1p().neg().pow(concentration.reciprocal());

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new Weibull(scale.expand(batch_shape), concentration.expand(batch_shape), generator);
}
