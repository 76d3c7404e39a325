using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>How many trials succeed before so many have failed, probability Γ(r + k)/(k! Γ(r)) · pᵏ(1 − p)ʳ.</summary>
public sealed class NegativeBinomial : distributions.Distribution
{
    private readonly ProbsOrLogits p;

    /// <summary>Trials that succeed with these probabilities, or these logits ln(p/(1 − p)), until so many have failed; the two broadcast
    /// to each other.</summary>
    /// <exception cref="ArgumentException">Both or none of probs and logits are given, a probability is not from 0 to 1, or a number below
    /// 0.</exception>
    public NegativeBinomial(Tensor total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : base(generator, Parameters.Shape(total_count, probs ?? logits ?? total_count))
    {
        p = new ProbsOrLogits(nameof(NegativeBinomial), probs?.expand(batch_shape), logits?.expand(batch_shape), binary: true);
        distributions.constraints.nonnegative.Require(nameof(NegativeBinomial), "total_count", total_count);
        this.total_count = total_count.to_type(p.Type).expand(batch_shape);
    }

    /// <summary>r, the failures waited for.</summary>
    public Tensor total_count { get; }

    /// <summary>p.</summary>
    public Tensor probs => p.Probs;

    /// <summary>ln(p/(1 − p)).</summary>
    public Tensor logits => p.Logits;

    /// <inheritdoc/>
    public override Tensor mean => total_count * logits.exp();

    /// <inheritdoc/>
    public override Tensor mode => ((total_count - 1) * logits.exp()).floor().clamp_min(0);

    /// <inheritdoc/>
    public override Tensor variance => mean / logits.neg().sigmoid();

    /// <inheritdoc/>
    public override bool has_rsample => false;

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.nonnegative_integer;

    /// <summary>A Poisson count whose mean is drawn from a gamma distribution.</summary>
    protected override Tensor Draw(long[] shape) =>
        (StandardGamma(total_count.expand(shape), generator) / logits.neg().exp()).poisson(generator);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value)
    {
        var odds = (total_count * nn.functional.logsigmoid(logits.neg())) + (Check(value) * nn.functional.logsigmoid(logits));
        return odds + (total_count + value).lgamma() - (value + 1).lgamma() - total_count.lgamma();
    }

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape)
    {
        var (probs, logits) = p.Expanded(batch_shape);
        return new NegativeBinomial(total_count.expand(batch_shape), probs, logits, generator);
    }
}
