using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>The normal distribution, density e^(−(x − μ)²/(2σ²)) / (σ√(2π)).</summary>
public sealed class Normal : distributions.Distribution
{
    /// <summary>Distributions with these means and standard deviations, which broadcast to each other.</summary>
    /// <exception cref="ArgumentException">A standard deviation is not above 0.</exception>
    public Normal(Tensor loc, Tensor scale, Generator? generator = null) : base(generator, Parameters.Shape(loc, scale))
    {
        (this.loc, this.scale) = Parameters.Broadcast(loc, scale);
        distributions.constraints.positive.Require(nameof(Normal), "scale", scale);
    }

    /// <summary>μ.</summary>
    public Tensor loc { get; }

    /// <summary>σ.</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public override Tensor mean => loc;

    /// <inheritdoc/>
    public override Tensor mode => loc;

    /// <inheritdoc/>
    public override Tensor stddev => scale;

    /// <inheritdoc/>
    public override Tensor variance => scale.square();

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.real;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) => loc + (randn(shape, loc.type, generator: generator) * scale);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) =>
        (((Check(value) - loc) / scale).square() * -0.5) - scale.log() - (0.5 * Math.Log(2 * Math.PI));

    /// <inheritdoc/>
    public override Tensor entropy() => scale.log() + (0.5 + (0.5 * Math.Log(2 * Math.PI)));

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => (((Check(value) - loc) / (scale * Math.Sqrt(2))).erf() + 1) * 0.5;

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => loc + (scale * ((value * 2) - 1).erfinv() * Math.Sqrt(2));

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new Normal(loc.expand(batch_shape), scale.expand(batch_shape), generator);
}
