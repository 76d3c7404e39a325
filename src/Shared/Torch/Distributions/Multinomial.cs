using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>How often each of several outcomes comes in n trials.</summary>
public sealed class Multinomial : distributions.Distribution
{
    private readonly Categorical outcome;

    /// <summary>So many trials, whose outcomes have these probabilities, or these logits ln p, along the last dimension; both are
    /// normalized.</summary>
    /// <exception cref="ArgumentException">Both or none of probs and logits are given, they are no vectors, a probability or the number of
    /// trials is below 0.</exception>
    public Multinomial(int total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : this(total_count, new Categorical(probs, logits, generator), generator)
    {
    }

    private Multinomial(int total_count, Categorical outcome, Generator? generator)
        : base(generator, outcome.batch_shape, outcome.param_shape[^1..])
    {
        if (total_count < 0) throw new ArgumentException($"Multinomial: a number of trials is not negative, as {total_count} is");
        (this.total_count, this.outcome) = (total_count, outcome);
    }

    /// <summary>n.</summary>
    public int total_count { get; }

    /// <summary>Probabilities, of shape batch_shape + (number of outcomes).</summary>
    public Tensor probs => outcome.probs;

    /// <summary>ln p, of shape batch_shape + (number of outcomes).</summary>
    public Tensor logits => outcome.logits;

    /// <summary>The shape of the probabilities.</summary>
    public long[] param_shape => outcome.param_shape;

    /// <inheritdoc/>
    public override Tensor mean => probs * total_count;

    /// <inheritdoc/>
    public override Tensor variance => probs * (1 - probs) * total_count;

    /// <inheritdoc/>
    public override bool has_rsample => false;

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.CountsOf(total_count);

    /// <summary>Counts, of the type of the probabilities.</summary>
    public override Tensor sample(params long[] sample_shape)
    {
        if (total_count == 0) return zeros(ExtendedShape(sample_shape), probs.type);
        // (n, sample, batch) → (sample, batch, n): each trial adds 1 to the count of its outcome.
        var trials = outcome.sample([total_count, .. sample_shape]).movedim([0], [-1]);
        return zeros(ExtendedShape(sample_shape), probs.type).scatter_add(-1, trials, ones(trials.sizes, probs.type));
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value)
    {
        var ways = (Check(value).sum(-1) + 1).to_type(probs.type).lgamma() - (value.to_type(probs.type) + 1).lgamma().sum(-1);
        return ways + where(value == 0, 0.0, value * logits).sum(-1);
    }

    /// <inheritdoc/>
    public override Tensor entropy()
    {
        // n·H − ln n! + Σ over outcomes of E[ln k!], k being binomial.
        var once = (outcome.entropy() * total_count) - full([], total_count + 1.0, probs.type).lgamma();
        if (total_count == 0) return once;
        long[] each = [total_count, .. param_shape.Select(_ => 1L)];
        var counts = arange(1, total_count + 1, 1, dtype: probs.type).reshape(each).expand([total_count, .. param_shape]);
        var chances = new Binomial(full([], (double)total_count, probs.type), probs).log_prob(counts).exp();
        return once + (chances * (counts + 1).lgamma()).sum(0).sum(-1);
    }

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new Multinomial(total_count, (Categorical)outcome.expand(batch_shape), generator);
}
