namespace Qiansi.Torch.Distributions;

/// <summary>Probabilities and their logits, of which one was given; the other is calculated when it is first asked for.</summary>
/// <remarks>Logits are ln(p/(1 − p)) of two outcomes, ln p of several (along the last dimension). Probabilities that were given are kept
/// away from 0 and 1 by the type's ε before the logarithm.</remarks>
internal sealed class ProbsOrLogits
{
    private readonly bool binary;
    private Tensor? probs, logits;

    public ProbsOrLogits(string distribution, Tensor? probs, Tensor? logits, bool binary)
    {
        if (probs is null == logits is null) throw new ArgumentException($"{distribution}: give probs or logits, one of the two");
        this.binary = binary;
        if (probs is not null) this.probs = binary ? distributions.constraints.unit_interval.Require(distribution, "probs", probs)
            : Normalized(distribution, probs);
        if (logits is not null) this.logits = binary ? logits : Vector(distribution, "logits", logits)
            - logits.logsumexp(-1, keepdim: true);
    }

    /// <summary>The shape of what was given.</summary>
    public long[] Shape => (probs ?? logits)!.sizes;

    public ScalarType Type => (probs ?? logits)!.type;

    public Tensor Probs => probs ??= Recorded(() => binary ? logits!.sigmoid() : logits!.softmax(-1));

    public Tensor Logits => logits ??= Recorded(() =>
    {
        var eps = Parameters.Epsilon(Type);
        var inside = probs!.clamp(eps, 1 - eps);
        return binary ? inside.log() - inside.neg().log1p() : inside.log();
    });

    public (Tensor? Probs, Tensor? Logits) Expanded(long[] shape) =>
        probs is not null ? (probs.expand(shape), null) : (null, logits!.expand(shape));

    /// <summary>What is calculated inside no_grad() has its gradient all the same, and outlives a dispose scope: it is kept.</summary>
    private static Tensor Recorded(Func<Tensor> calculate)
    {
        using var _ = enable_grad();
        return calculate().DetachFromDisposeScope();
    }

    private static Tensor Normalized(string distribution, Tensor probs)
    {
        distributions.constraints.nonnegative.Require(distribution, "probs", Vector(distribution, "probs", probs));
        return probs / probs.sum(-1, keepdim: true);
    }

    private static Tensor Vector(string distribution, string what, Tensor value) =>
        value.ndim > 0
            ? value
            : throw new ArgumentException($"{distribution}: {what} has to be a vector, a number for each outcome; it is one number");
}
