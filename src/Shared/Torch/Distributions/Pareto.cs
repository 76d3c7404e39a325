using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>Pareto's distribution, density αmᵅ/xᵅ⁺¹ from m on.</summary>
public sealed class Pareto : distributions.Distribution
{
    /// <summary>Distributions with these scales and exponents, which broadcast to each other.</summary>
    /// <exception cref="ArgumentException">A scale or an alpha is not above 0.</exception>
    public Pareto(Tensor scale, Tensor alpha, Generator? generator = null) : base(generator, Parameters.Shape(scale, alpha))
    {
        (this.scale, this.alpha) = Parameters.Broadcast(scale, alpha);
        distributions.constraints.positive.Require(nameof(Pareto), "scale", scale);
        distributions.constraints.positive.Require(nameof(Pareto), "alpha", alpha);
    }

    /// <summary>m, the smallest number.</summary>
    public Tensor scale { get; }

    /// <summary>α.</summary>
    public Tensor alpha { get; }

    /// <inheritdoc/>
    public override Tensor mean => where(alpha > 1, alpha * scale / (alpha - 1), double.PositiveInfinity);

    /// <inheritdoc/>
    public override Tensor mode => scale;

    /// <inheritdoc/>
    public override Tensor variance =>
        where(alpha > 2, scale.square() * alpha / ((alpha - 1).square() * (alpha - 2)), double.PositiveInfinity);

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.greater_than_eq(scale);

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) => (empty(shape, scale.type).exponential_(1, generator) / alpha).exp() * scale;

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => alpha.log() + (alpha * scale.log()) - ((alpha + 1) * Check(value).log());

    /// <inheritdoc/>
    public override Tensor entropy() => (scale / alpha).log() + 1 + alpha.reciprocal();

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => 1 - (scale / Check(value)).pow(alpha);

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => scale * (1 - value).pow(alpha.reciprocal().neg());

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new Pareto(scale.expand(batch_shape), alpha.expand(batch_shape), generator);
}
