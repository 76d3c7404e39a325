using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>An anchor is to be nearer to what belongs to it than to what does not, by a margin.</summary>
public sealed class TripletMarginLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    /// <summary>A loss with these settings.</summary>
    public TripletMarginLoss(double margin = 1.0, long p = 2, double eps = 1e-6, bool swap = false,
        nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction) =>
        (this.margin, this.p, this.eps, this.swap) = (margin, p, eps, swap);

    /// <summary>By how much.</summary>
    public double margin { get; }

    /// <summary>The norm of the distance.</summary>
    public long p { get; }

    /// <summary>Added to differences.</summary>
    public double eps { get; }

    /// <summary>Whether the distance between the other two counts where it is less.</summary>
    public bool swap { get; }

    /// <summary>The loss of an output.</summary>
    public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
        nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap, reduction);
}
