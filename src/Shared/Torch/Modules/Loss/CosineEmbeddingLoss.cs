using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Small angles between vectors that belong together, large ones between others.</summary>
public sealed class CosineEmbeddingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    /// <summary>A loss with these settings.</summary>
    public CosineEmbeddingLoss(double margin = 0.0, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
        this.margin = margin;

    /// <summary>The cosine above which others are too close.</summary>
    public double margin { get; }

    /// <summary>The loss of an output.</summary>
    public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
        nn.functional.cosine_embedding_loss(input1, input2, target, margin, reduction);
}
