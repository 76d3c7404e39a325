using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Vectors of probabilities in place of one of several outcomes, through which gradients flow to the outcomes'
/// probabilities.</summary>
/// <remarks>Maddison, Mnih and Teh, The Concrete Distribution (2017); Jang, Gu and Poole, Categorical Reparameterization with
/// Gumbel-Softmax (2017).</remarks>
public sealed class RelaxedOneHotCategorical : TransformedDistribution
{
    private readonly ExpRelaxedCategorical logarithm;

    /// <summary>Outcomes with these probabilities, or these logits ln p, along the last dimension, at a temperature.</summary>
    /// <exception cref="ArgumentException">Both or none are given, they are no vectors, or a probability is below 0, or the temperature not
    /// above 0.</exception>
    public RelaxedOneHotCategorical(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null)
        : this(new ExpRelaxedCategorical(temperature, probs, logits, generator), generator)
    {
    }

    private RelaxedOneHotCategorical(ExpRelaxedCategorical logarithm, Generator? generator)
        : base(logarithm, new distributions.transforms.ExpTransform(), generator) =>
        this.logarithm = logarithm;

    /// <summary>The lower, the nearer are the values to vectors of zeros with one 1.</summary>
    public Tensor temperature => logarithm.temperature;

    /// <summary>Probabilities, of shape batch_shape + (number of outcomes).</summary>
    public Tensor probs => logarithm.probs;

    /// <summary>ln p, of shape batch_shape + (number of outcomes).</summary>
    public Tensor logits => logarithm.logits;

    /// <inheritdoc/>
    public override distributions.constraints.Constraint support => distributions.constraints.simplex;

    /// <inheritdoc/>
    public override distributions.Distribution expand(params long[] batch_shape) =>
        new RelaxedOneHotCategorical((ExpRelaxedCategorical)logarithm.expand(batch_shape), generator);
}
