using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>The right one of two numbers is to be larger, by a margin.</summary>
public sealed class MarginRankingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    /// <summary>A loss with these settings.</summary>
    public MarginRankingLoss(double margin = 0.0, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
        this.margin = margin;

    /// <summary>By how much.</summary>
    public double margin { get; }

    /// <summary>The loss of an output.</summary>
    public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
        nn.functional.margin_ranking_loss(input1, input2, target, margin, reduction);
}
