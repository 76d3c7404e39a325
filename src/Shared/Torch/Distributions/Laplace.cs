using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>Laplace's distribution, density e^(−|x − μ|/b) / (2b).</summary>
public sealed class Laplace : distributions.Distribution
{
    /// <summary>Distributions with these centres and scales, which broadcast to each other.</summary>
    /// <exception cref="ArgumentException">A scale is not above 0.</exception>
    public Laplace(Tensor loc, Tensor scale, Generator? generator = null) : base(generator, Parameters.Shape(loc, scale))
    {
        (this.loc, this.scale) = Parameters.Broadcast(loc, scale);
        distributions.constraints.positive.Require(nameof(Laplace), "scale", scale);
    }

    /// <summary>The centre.</summary>
    public Tensor loc { get; }

    /// <summary>b.</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public override Tensor mean => loc;

    /// <inheritdoc/>
    public override Tensor mode => loc;

    /// <inheritdoc/>
    public override Tensor variance => scale.square() * 2;

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.real;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape)
    {
        // u from −1 to below 1, never −1 itself: −b·sign(u)·ln(1 − |u|).
        var u = empty(shape, loc.type).uniform_(Parameters.Epsilon(loc.type) - 1, 1, generator);
        return loc - (scale * u.sign() * u.abs().neg().log1p());
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => (scale * 2).log().neg() - ((Check(value) - loc).abs() / scale);

    /// <inheritdoc/>
    public override Tensor entropy() => (scale * 2).log() + 1;

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => 0.5 - ((Check(value) - loc).sign() * ((value - loc).abs() / scale).neg().expm1() * 0.5);

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => loc - (scale * (value - 0.5).sign() * ((value - 0.5).abs() * -2).log1p());

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new Laplace(loc.expand(batch_shape), scale.expand(batch_shape), generator);
}
