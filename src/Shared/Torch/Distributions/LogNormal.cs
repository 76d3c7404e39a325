namespace Qiansi.Modules;

/// <summary>Numbers whose logarithms are normally distributed.</summary>
public sealed class LogNormal : TransformedDistribution
{
    /// <summary>Distributions with these means and standard deviations of the logarithms, which broadcast to each other.</summary>
    /// <exception cref="ArgumentException">A scale is not above 0.</exception>
    public LogNormal(Tensor loc, Tensor scale, Generator? generator = null) : this(new Normal(loc, scale, generator), generator)
    {
    }

    private LogNormal(Normal logarithm, Generator? generator) : base(logarithm, new distributions.transforms.ExpTransform(), generator) =>
        (loc, this.scale) = (logarithm.loc, logarithm.scale);

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

    /// <inheritdoc/>
    public override Tensor entropy() => base_dist.entropy() + loc;

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new LogNormal((Normal)base_dist.expand(batch_shape), generator);
}
