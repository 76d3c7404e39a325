using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Cross entropy of logits, two classes: sigmoid and loss in one.</summary>
public sealed class BCEWithLogitsLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>A loss with these settings.</summary>
    public BCEWithLogitsLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean, Tensor? pos_weights = null) : base(weight, reduction)
    {
        this.pos_weights = pos_weights;
        if (pos_weights is not null) register_buffer("pos_weight", pos_weights);
    }

    /// <summary>How much target 1 counts, against 0.</summary>
    public Tensor? pos_weights { get; }

    /// <summary>The loss of logits.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
}
