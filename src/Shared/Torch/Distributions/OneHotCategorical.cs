using Qiansi.Torch.Distributions;

namespace Qiansi.Modules;

/// <summary>One of several outcomes, as a vector of zeros with a 1 at its place.</summary>
public sealed class OneHotCategorical : distributions.Distribution
{
    private readonly Categorical outcome;

    /// <summary>Outcomes with these probabilities, or these logits ln p, along the last dimension; both are normalized.</summary>
    /// <exception cref="ArgumentException">Both or none are given, they are no vectors, or a probability is below 0.</exception>
    public OneHotCategorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : this(new Categorical(probs, logits, generator), generator)
    {
    }

    private OneHotCategorical(Categorical outcome, Generator? generator)
        : base(generator, outcome.batch_shape, outcome.param_shape[^1..]) =>
        this.outcome = outcome;

    /// <summary>Probabilities, of shape batch_shape + (number of outcomes).</summary>
    public Tensor probs => outcome.probs;

    /// <summary>ln p, of shape batch_shape + (number of outcomes).</summary>
    public Tensor logits => outcome.logits;

    /// <inheritdoc/>
    public override Tensor mean => probs;

    /// <inheritdoc/>
    public override Tensor mode => OneHot(outcome.mode);

    /// <inheritdoc/>
    public override Tensor variance => probs * (1 - probs);

    /// <inheritdoc/>
    public override bool has_rsample => false;

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.one_hot;

    /// <inheritdoc/>
    public override Tensor sample(params long[] sample_shape) => OneHot(outcome.sample(sample_shape));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => outcome.log_prob(Check(value).argmax(-1));

    /// <inheritdoc/>
    public override Tensor entropy() => outcome.entropy();

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new OneHotCategorical((Categorical)outcome.expand(batch_shape), generator);

    private Tensor OneHot(Tensor index) => nn.functional.one_hot(index, event_shape[0]).to_type(probs.type);
}
