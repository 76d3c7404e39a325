using Qiansi.Torch.Distributions;
using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>The logarithms of <see cref="RelaxedOneHotCategorical"/>: ln p with Gumbel's noise, divided by the temperature, and
/// normalized.</summary>
/// <remarks>Maddison, Mnih and Teh, The Concrete Distribution (2017), appendix C.</remarks>
public sealed class ExpRelaxedCategorical : distributions.Distribution
{
    private readonly Categorical outcome;

    /// <summary>Outcomes with these probabilities, or these logits ln p, along the last dimension, at a temperature.</summary>
    /// <exception cref="ArgumentException">Both or none are given, they are no vectors, or a probability is below 0, or the temperature not
    /// above 0.</exception>
    public ExpRelaxedCategorical(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : this(temperature, new Categorical(probs, logits, generator), generator)
    {
    }

    private ExpRelaxedCategorical(Tensor temperature, Categorical outcome, Generator? generator)
        : base(generator, outcome.batch_shape, outcome.param_shape[^1..])
    {
        this.temperature = distributions.constraints.positive.Require(nameof(ExpRelaxedCategorical), "temperature", temperature);
        this.outcome = outcome;
    }

    /// <summary>The lower, the nearer are the values to vectors of zeros with one 1.</summary>
    public Tensor temperature { get; }

    /// <summary>Probabilities, of shape batch_shape + (number of outcomes).</summary>
    public Tensor probs => outcome.probs;

    /// <summary>ln p, of shape batch_shape + (number of outcomes).</summary>
    public Tensor logits => outcome.logits;

    /// <summary>The shape of the probabilities.</summary>
    public long[] param_shape => outcome.param_shape;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: there is no closed form.</exception>
    public override Tensor mean => throw Missing("mean");

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: there is no closed form.</exception>
    public override Tensor variance => throw Missing("variance");

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.real_vector;

    /// <inheritdoc/>
    protected override Tensor Draw(long[] shape)
    {
        var noise = LogitRelaxedBernoulli.Away(Uniforms(shape, logits.type)).log().neg().log().neg();
        var scores = (logits + noise) / temperature;
        return scores - scores.logsumexp(-1, keepdim: true);
    }

    /// <summary>Of the value, a vector x: ln (K − 1)! + (K − 1) ln t + Σ (ln p − t·x − ln Σ e^(ln p − t·x)).</summary>
    public override Tensor log_prob(Tensor value)
    {
        double outcomes = event_shape[0];
        var score = logits - (Check(value) * temperature);
        var scale = full([], outcomes, temperature.type).lgamma() + (temperature.log() * (outcomes - 1));
        return (score - score.logsumexp(-1, keepdim: true)).sum(-1) + scale;
    }

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new ExpRelaxedCategorical(temperature, (Categorical)outcome.expand(batch_shape), generator);
}
