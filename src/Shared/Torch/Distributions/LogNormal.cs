using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>Numbers whose logarithms are normally distributed.</summary>
public sealed class LogNormal : distributions.Distribution
{
    /// <summary>Distributions with these means and standard deviations of the logarithms, which broadcast to each other.</summary>
    /// <exception cref="ArgumentException">A scale is not above 0.</exception>
    public LogNormal(Tensor loc, Tensor scale, Generator? generator = null) : base(generator, Parameters.Shape(loc, scale))
    {
        (this.loc, this.scale) = Parameters.Broadcast(loc, scale);
        Support.Positive.Check(nameof(LogNormal), "scale", scale);
    }

    /// <summary>The mean of the logarithms.</summary>
    public Tensor loc { get; }

    /// <summary>The standard deviation of the logarithms.</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public override Tensor mean => (loc + (scale.square() * 0.5)).exp();

    /// <inheritdoc/>
    public override Tensor mode => (loc - scale.square()).exp();

    /// <inheritdoc/>
    public override Tensor variance => scale.square().expm1() * ((loc * 2) + scale.square()).exp();

    private protected override Support Support => Support.Positive;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) => (loc + (randn(shape, loc.type, generator: generator) * scale)).exp();

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => new Normal(loc, scale).log_prob(Check(value).log()) - value.log();

    /// <inheritdoc/>
    public override Tensor entropy() => new Normal(loc, scale).entropy() + loc;

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => new Normal(loc, scale).cdf(Check(value).log());

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => new Normal(loc, scale).icdf(value).exp();

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new LogNormal(loc.expand(batch_shape), scale.expand(batch_shape), generator);
}
