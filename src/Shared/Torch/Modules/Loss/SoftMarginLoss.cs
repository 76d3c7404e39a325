using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>ln(1 + e^(−target·input)) for targets of 1 and −1.</summary>
public sealed class SoftMarginLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>A loss with these settings.</summary>
    public SoftMarginLoss(nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
    {
    }

    /// <summary>The loss of an output.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.soft_margin_loss(input, target, reduction);
}
