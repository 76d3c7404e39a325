using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>The number of failures before the first success, probability (1 − p)ᵏp.</summary>
public sealed class Geometric : distributions.Distribution
{
    private readonly ProbsOrLogits p;

    /// <summary>Trials that succeed with these probabilities, or with these logits ln(p/(1 − p)).</summary>
    /// <exception cref="ArgumentException">Both or none are given, or a probability is not from 0 to 1.</exception>
    public Geometric(Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : this(new ProbsOrLogits(nameof(Geometric), probs, logits, binary: true), generator)
    {
        if (probs is not null) distributions.constraints.positive.Require(nameof(Geometric), "probs", probs);
    }

    private Geometric(ProbsOrLogits p, Generator? generator) : base(generator, p.Shape) => this.p = p;

    /// <summary>p.</summary>
    public Tensor probs => p.Probs;

    /// <summary>ln(p/(1 − p)).</summary>
    public Tensor logits => p.Logits;

    /// <inheritdoc/>
    public override Tensor mean => probs.reciprocal() - 1;

    /// <inheritdoc/>
    public override Tensor mode => zeros_like(probs);

    /// <inheritdoc/>
    public override Tensor variance => (probs.reciprocal() - 1) / probs;

    /// <inheritdoc/>
    public override bool has_rsample => false;

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.nonnegative_integer;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape)
    {
        var u = empty(shape, p.Type).uniform_(Parameters.Smallest(p.Type), 1, generator);
        return (u.log() / probs.neg().log1p()).floor();
    }

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => where(Check(value) == 0, 0.0, value * probs.neg().log1p()) + probs.log();

    /// <inheritdoc/>
    public override Tensor entropy() => Parameters.CrossEntropy(logits, probs) / probs;

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape)
    {
        var (probs, logits) = p.Expanded(batch_shape);
        return new Geometric(probs, logits, generator);
    }
}
