using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>One trial: 1 with probability p, else 0.</summary>
public sealed class Bernoulli : distributions.Distribution
{
    private readonly ProbsOrLogits p;

    /// <summary>Trials of these probabilities, or of these logits ln(p/(1 − p)).</summary>
    /// <exception cref="ArgumentException">Both or none are given, or a probability is not from 0 to 1.</exception>
    public Bernoulli(Tensor? p = null, Tensor? l = null, Generator? generator = null)
        : this(new ProbsOrLogits(nameof(Bernoulli), p, l, binary: true), generator)
    {
    }

    private Bernoulli(ProbsOrLogits p, Generator? generator) : base(generator, p.Shape) => this.p = p;

    /// <summary>p.</summary>
    public Tensor probs => p.Probs;

    /// <summary>ln(p/(1 − p)).</summary>
    public Tensor logits => p.Logits;

    /// <inheritdoc/>
    public override Tensor mean => probs;

    /// <inheritdoc/>
    public override Tensor mode => where(probs == 0.5, double.NaN, (probs >= 0.5).to_type(probs.type));

    /// <inheritdoc/>
    public override Tensor variance => probs * (1 - probs);

    /// <inheritdoc/>
    public override bool has_rsample => false;

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.boolean;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape) => probs.expand(shape).bernoulli(generator);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Parameters.CrossEntropy(logits, Check(value)).neg();

    /// <inheritdoc/>
    public override Tensor entropy() => Parameters.CrossEntropy(logits, probs);

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape)
    {
        var (probs, logits) = p.Expanded(batch_shape);
        return new Bernoulli(probs, logits, generator);
    }
}
