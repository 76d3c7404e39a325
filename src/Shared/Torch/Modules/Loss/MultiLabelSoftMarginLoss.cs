using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>The cross entropy of several labels that do not exclude each other.</summary>
public sealed class MultiLabelSoftMarginLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>A loss with these settings.</summary>
    public MultiLabelSoftMarginLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
        this.weight = weight;

    /// <summary>A factor for each label.</summary>
    public Tensor? weight { get; }

    /// <summary>The loss of an output.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.multilabel_soft_margin_loss(input, target, weight, reduction);
}
