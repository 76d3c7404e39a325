using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>How many of n trials succeed, probability n!/(k!(n − k)!) · pᵏ(1 − p)ⁿ⁻ᵏ.</summary>
public sealed class Binomial : distributions.Distribution
{
    private readonly ProbsOrLogits p;

    /// <summary>So many trials of these probabilities, or of these logits ln(p/(1 − p)); number and probability broadcast to each
    /// other.</summary>
    /// <exception cref="ArgumentException">Both or none of probs and logits are given, a probability is not from 0 to 1, or a number no
    /// whole one.</exception>
    public Binomial(Tensor total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : base(generator, Parameters.Shape(total_count, probs ?? logits ?? total_count))
    {
        p = new ProbsOrLogits(nameof(Binomial), probs?.expand(batch_shape), logits?.expand(batch_shape), binary: true);
        distributions.constraints.nonnegative_integer.Require(nameof(Binomial), "total_count", total_count);
        this.total_count = total_count.to_type(p.Type).expand(batch_shape);
    }

    /// <summary>n.</summary>
    public Tensor total_count { get; }

    /// <summary>p.</summary>
    public Tensor probs => p.Probs;

    /// <summary>ln(p/(1 − p)).</summary>
    public Tensor logits => p.Logits;

    /// <inheritdoc/>
    public override Tensor mean => total_count * probs;

    /// <inheritdoc/>
    public override Tensor mode => minimum(((total_count + 1) * probs).floor(), total_count);

    /// <inheritdoc/>
    public override Tensor variance => total_count * probs * (1 - probs);

    /// <inheritdoc/>
    public override bool has_rsample => false;

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.UpTo(total_count);

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) => binomial(total_count.expand(shape), probs.expand(shape), generator);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value)
    {
        Check(value);
        var ways = (total_count + 1).lgamma() - (value + 1).lgamma() - (total_count - value + 1).lgamma();
        return ways + (value * logits) - (total_count * Parameters.SoftRectified(logits));
    }

    /// <summary>The entropy, summed over all outcomes.</summary>
    /// <exception cref="NotSupportedException">The numbers of trials differ.</exception>
    public override Tensor entropy()
    {
        var n = (long)total_count.max().ToDouble();
        if (total_count.min().ToDouble() != n)
            throw new NotSupportedException("Binomial.entropy: the numbers of trials have to be the same in the whole batch");
        long[] each = [n + 1, .. batch_shape.Select(_ => 1L)];
        var logs = log_prob(arange(0, n + 1, 1, dtype: p.Type).reshape(each).expand([n + 1, .. batch_shape]));
        return (logs.exp() * logs).sum(0).neg();
    }

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape)
    {
        var (probs, logits) = p.Expanded(batch_shape);
        return new Binomial(total_count.expand(batch_shape), probs, logits, generator);
    }
}
