using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Cross entropy of logits: log_softmax and <see cref="NLLLoss"/> in one.</summary>
public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>A loss with these settings.</summary>
    public CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, nn.Reduction reduction = nn.Reduction.Mean, double label_smoothing = 0.0) : base(weight, reduction) => (this.ignore_index, this.label_smoothing) = (ignore_index, label_smoothing);

    /// <summary>A target class that does not count; null: −100.</summary>
    public long? ignore_index { get; }

    /// <summary>The share of the target that is spread evenly over all classes.</summary>
    public double label_smoothing { get; }

    /// <summary>The loss of logits, (N, C), and classes, (N), or probabilities, (N, C).</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
}
