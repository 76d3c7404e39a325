using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>Gumbel's distribution of largest values, density e^(−(y + e^(−y))) / β with y = (x − μ)/β.</summary>
public sealed class Gumbel : distributions.Distribution
{
    /// <summary>Distributions with these centres and scales, which broadcast to each other.</summary>
    /// <exception cref="ArgumentException">A scale is not above 0.</exception>
    public Gumbel(Tensor loc, Tensor scale, Generator? generator = null) : base(generator, Parameters.Shape(loc, scale))
    {
        (this.loc, this.scale) = Parameters.Broadcast(loc, scale);
        distributions.constraints.positive.Require(nameof(Gumbel), "scale", scale);
    }

    /// <summary>The centre.</summary>
    public Tensor loc { get; }

    /// <summary>β.</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public override Tensor mean => loc + (scale * Parameters.EulerGamma);

    /// <inheritdoc/>
    public override Tensor mode => loc;

    /// <inheritdoc/>
    public override Tensor variance => (scale * (Math.PI / Math.Sqrt(6))).square();

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.real;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape)
    {
        var u = empty(shape, loc.type).uniform_(Parameters.Smallest(loc.type), 1 - Parameters.Epsilon(loc.type), generator);
        return loc - (scale * u.log().neg().log());
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value)
    {
        var y = (loc - Check(value)) / scale;
        return y - y.exp() - scale.log();
    }

    /// <inheritdoc/>
    public override Tensor entropy() => scale.log() + (1 + Parameters.EulerGamma);

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => ((loc - Check(value)) / scale).exp().neg().exp();

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => loc - (scale * value.log().neg().log());

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new Gumbel(loc.expand(batch_shape), scale.expand(batch_shape), generator);
}
