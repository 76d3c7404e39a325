using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Small distances of pairs that belong together, large ones of others.</summary>
public sealed class HingeEmbeddingLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>A loss with these settings.</summary>
    public HingeEmbeddingLoss(double margin = 1.0, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
        this.margin = margin;

    /// <summary>How far apart the others are to be.</summary>
    public double margin { get; }

    /// <summary>The loss of an output.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.hinge_embedding_loss(input, target, margin, reduction);
}
