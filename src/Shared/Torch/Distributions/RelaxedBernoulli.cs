using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Numbers between 0 and 1 in place of a trial's 0 or 1, through which gradients flow to the probability.</summary>
/// <remarks>Maddison, Mnih and Teh, The Concrete Distribution (2017); Jang, Gu and Poole, Categorical Reparameterization with
/// Gumbel-Softmax (2017).</remarks>
public sealed class RelaxedBernoulli : TransformedDistribution
{
    private readonly LogitRelaxedBernoulli logit;

    /// <summary>Trials of these probabilities, or of these logits ln(p/(1 − p)), at a temperature.</summary>
    /// <exception cref="ArgumentException">Both or none are given, or a probability is not from 0 to 1, or the temperature not above
    /// 0.</exception>
    public RelaxedBernoulli(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : this(new LogitRelaxedBernoulli(temperature, probs, logits, generator), generator)
    {
    }

    private RelaxedBernoulli(LogitRelaxedBernoulli logit, Generator? generator)
        : base(logit, new distributions.transforms.SigmoidTransform(), generator) =>
        this.logit = logit;

    /// <summary>The lower, the nearer are the values to 0 and 1.</summary>
    public Tensor temperature => logit.temperature;

    /// <summary>p.</summary>
    public Tensor probs => logit.probs;

    /// <summary>ln(p/(1 − p)).</summary>
    public Tensor logits => logit.logits;

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new RelaxedBernoulli((LogitRelaxedBernoulli)logit.expand(batch_shape), generator);
}
