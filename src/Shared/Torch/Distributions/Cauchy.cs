using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>Cauchy's distribution, density 1 / (πγ(1 + ((x − x₀)/γ)²)); it has no mean.</summary>
public sealed class Cauchy : distributions.Distribution
{
    /// <summary>Distributions with these centres and scales, which broadcast to each other.</summary>
    /// <exception cref="ArgumentException">A scale is not above 0.</exception>
    public Cauchy(Tensor loc, Tensor scale, Generator? generator = null) : base(generator, Parameters.Shape(loc, scale))
    {
        (this.loc, this.scale) = Parameters.Broadcast(loc, scale);
        distributions.constraints.positive.Require(nameof(Cauchy), "scale", scale);
    }

    /// <summary>The centre.</summary>
    public Tensor loc { get; }

    /// <summary>γ, half the width at half the height.</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public override Tensor mean => full(loc.sizes, double.NaN, loc.type);

    /// <inheritdoc/>
    public override Tensor mode => loc;

    /// <inheritdoc/>
    public override Tensor variance => full(loc.sizes, double.PositiveInfinity, loc.type);

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.real;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) => loc + (empty(shape, loc.type).cauchy_(0, 1, generator) * scale);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => -Math.Log(Math.PI) - scale.log() - ((Check(value) - loc) / scale).square().log1p();

    /// <inheritdoc/>
    public override Tensor entropy() => scale.log() + Math.Log(4 * Math.PI);

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => (((Check(value) - loc) / scale).atan() / Math.PI) + 0.5;

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => ((value - 0.5) * Math.PI).tan() * scale + loc;

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new Cauchy(loc.expand(batch_shape), scale.expand(batch_shape), generator);
}
