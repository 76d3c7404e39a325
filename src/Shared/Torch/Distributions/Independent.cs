using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>A batch of distributions seen as one of vectors (or matrices …): the last batch dimensions become dimensions of an
/// event.</summary>
public sealed class Independent : distributions.Distribution
{
    /// <summary>The distribution with its last batch dimensions turned into event dimensions.</summary>
    /// <exception cref="ArgumentException">The batch has fewer dimensions.</exception>
    public Independent(distributions.Distribution base_distribution, int reinterpreted_batch_dims, Generator? generator = null)
        : base(
            generator, Batch(base_distribution, reinterpreted_batch_dims),
            [.. base_distribution.batch_shape[^reinterpreted_batch_dims..], .. base_distribution.event_shape])
    {
        base_dist = base_distribution;
        this.reinterpreted_batch_dims = reinterpreted_batch_dims;
    }

    /// <summary>The distribution of one number.</summary>
    public distributions.Distribution base_dist { get; }

    /// <summary>How many batch dimensions an event has.</summary>
    public int reinterpreted_batch_dims { get; }

    /// <inheritdoc/>
    public override Tensor mean => base_dist.mean;

    /// <inheritdoc/>
    public override Tensor mode => base_dist.mode;

    /// <inheritdoc/>
    public override Tensor variance => base_dist.variance;

    /// <inheritdoc/>
    public override bool has_rsample => base_dist.has_rsample;

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support =>
        distributions.constraints.independent(base_dist.support, reinterpreted_batch_dims);

    /// <inheritdoc/>
    public override Tensor sample(params long[] sample_shape) => base_dist.sample(sample_shape);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => base_dist.rsample(sample_shape);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Sum(base_dist.log_prob(value));

    /// <inheritdoc/>
    public override Tensor entropy() => Sum(base_dist.entropy());

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) => new Independent(
        base_dist.expand([.. batch_shape, .. event_shape[..reinterpreted_batch_dims]]), reinterpreted_batch_dims, generator);

    /// <summary>The sum over the event's batch dimensions.</summary>
    internal Tensor Sum(Tensor each) =>
        reinterpreted_batch_dims == 0 ? each : each.sum([.. Enumerable.Range(1, reinterpreted_batch_dims).Select(i => (long)-i)]);

    private static long[] Batch(distributions.Distribution distribution, int dims) => dims >= 0 && dims <= distribution.batch_shape.Length
        ? distribution.batch_shape[..^dims]
        : throw new ArgumentException($"Independent: {distribution} has {distribution.batch_shape.Length} batch dimensions, not {dims}");
}
