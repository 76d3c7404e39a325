using Qiansi.Torch.Distributions;
using static Qiansi.torch;
using static Qiansi.torch.distributions;
using static Qiansi.torch.distributions.transforms;

namespace Qiansi.Modules;

/// <summary>The values of a distribution sent through functions: log p(y) = log p(x) − log |dy/dx|.</summary>
public class TransformedDistribution : Distribution
{
    private readonly Transform[] transforms;

    /// <summary>A distribution sent through a function.</summary>
    public TransformedDistribution(Distribution base_distribution, Transform transform, Generator? generator = null)
        : this(base_distribution, [transform], generator)
    {
    }

    /// <summary>A distribution sent through functions, one after the other.</summary>
    /// <exception cref="ArgumentException">A function takes values of more dimensions than the distribution gives.</exception>
    public TransformedDistribution(Distribution base_distribution, IEnumerable<Transform> transforms, Generator? generator = null)
        : this(Fitted(base_distribution, new ComposeTransform(transforms)), [.. transforms], generator)
    {
    }

    private TransformedDistribution((Distribution Base, long[] Batch, long[] Event) fitted, Transform[] transforms, Generator? generator)
        : base(generator, fitted.Batch, fitted.Event) =>
        (base_dist, this.transforms) = (fitted.Base, transforms);

    /// <summary>The distribution whose values are transformed.</summary>
    public Distribution base_dist { get; }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always, unless a derived distribution knows it.</exception>
    public override Tensor mean => throw Missing("mean");

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always, unless a derived distribution knows it.</exception>
    public override Tensor variance => throw Missing("variance");

    /// <inheritdoc/>
    public override bool has_rsample => base_dist.has_rsample;

    /// <inheritdoc/>
    public override constraints.Constraint support => transforms.Length == 0
        ? base_dist.support
        : constraints.independent(transforms[^1].codomain, Math.Max(0, event_shape.Length - transforms[^1].codomain.event_dim));

    /// <inheritdoc/>
    public override Tensor sample(params long[] sample_shape)
    {
        using var _ = no_grad();
        return Forward(base_dist.sample(sample_shape));
    }

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Forward(base_dist.rsample(sample_shape));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value)
    {
        var y = Check(value);
        var dimensions = event_shape.Length;
        Tensor? jacobian = null;
        foreach (var transform in transforms.Reverse())
        {
            var x = transform._inverse(y);
            dimensions += transform.domain.event_dim - transform.codomain.event_dim;
            var term = Transform.SumLast(transform.log_abs_det_jacobian(x, y), dimensions - transform.domain.event_dim);
            jacobian = jacobian is null ? term : jacobian + term;
            y = x;
        }

        var log = Transform.SumLast(base_dist.log_prob(y), dimensions - base_dist.event_shape.Length);
        return jacobian is null ? log : log - jacobian;
    }

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) =>
        Rising(base_dist.cdf(transforms.Reverse().Aggregate(Check(value), (y, t) => t._inverse(y))));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Forward(base_dist.icdf(Rising(value)));

    /// <inheritdoc/>
    public override Distribution expand(params long[] batch_shape)
    {
        var shape = new ComposeTransform(transforms).inverse_shape([.. batch_shape, .. event_shape]);
        return new TransformedDistribution(base_dist.expand(shape[..^base_dist.event_shape.Length]), transforms, generator);
    }

    /// <summary>The divergence from this to another with the same functions: that of the distributions before them; else null.</summary>
    internal Tensor? DivergenceTo(TransformedDistribution other) =>
        transforms.Length == other.transforms.Length && transforms.Zip(other.transforms, (a, b) => a.Is(b)).All(same => same)
            ? Transform.SumLast(
                kl_divergence(base_dist, other.base_dist),
                Math.Max(0, event_shape.Length - base_dist.event_shape.Length))
            : null;

    private Tensor Forward(Tensor x) => transforms.Aggregate(x, (v, t) => t._call(v));

    /// <summary>Probabilities of values up to y from those of values up to x, 1 − p where the functions fall; it is its own
    /// inverse.</summary>
    private Tensor Rising(Tensor p) => (transforms.Aggregate((Tensor)1, (s, t) => s * t.sign) * (p - 0.5)) + 0.5;

    /// <summary>The distribution with the batch and the event dimensions that the functions ask for.</summary>
    private static (Distribution Base, long[] Batch, long[] Event) Fitted(Distribution of, ComposeTransform transform)
    {
        long[] shape = [.. of.batch_shape, .. of.event_shape];
        if (shape.Length < transform.domain.event_dim)
            throw new ArgumentException($"TransformedDistribution: the functions take values of {transform.domain.event_dim} dimensions, "
                + $"and {of} gives {shape.Length}; expand it first");
        var forward = transform.forward_shape(shape);
        var back = transform.inverse_shape(forward);
        if (!back.SequenceEqual(shape)) of = of.expand(back[..^of.event_shape.Length]);
        var dimensions = of.event_shape.Length;
        var taken = transform.domain.event_dim;
        if (taken > dimensions) of = new Independent(of, taken - dimensions);
        var cut = forward.Length - Math.Max(transform.codomain.event_dim, dimensions + transform.codomain.event_dim - taken);
        return (of, forward[..cut], forward[cut..]);
    }
}
