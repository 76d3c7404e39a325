using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>The hinge loss of several classes, of which several are right.</summary>
public sealed class MultiLabelMarginLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>A loss with these settings.</summary>
    public MultiLabelMarginLoss(nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
    {
    }

    /// <summary>The loss of an output.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.multi_label_margin_loss(input, target, reduction);
}
