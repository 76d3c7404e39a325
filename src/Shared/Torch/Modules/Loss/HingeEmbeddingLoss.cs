using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>Small distances of pairs that belong together, large ones of others.</summary>
    public sealed class HingeEmbeddingLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>A loss with these settings; the reduction says whether losses are averaged, summed, or given one by one.</summary>
        public HingeEmbeddingLoss(double margin = 1.0, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
            this.margin = margin;

        /// <summary>How far apart the others are to be.</summary>
        public double margin { get; }

        /// <summary>The loss of an output: one number, or with <c>Reduction.None</c> one for each element or sample.</summary>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.hinge_embedding_loss(input, target, margin, reduction);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.HingeEmbeddingLoss"/>
            public static HingeEmbeddingLoss HingeEmbeddingLoss(double margin = 1.0, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);

            public static partial class functional
            {
                /// <summary>For targets of 1 the input, for −1 max(0, margin − input): distances of pairs that belong together, or do
                /// not.</summary>
                /// <exception cref="ArgumentException">Shapes do not fit.</exception>
                public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 1.0,
                    Reduction reduction = Reduction.Mean)
                {
                    Losses.CheckShapes("hinge_embedding_loss", input, target);
                    var apart = where(target != 1, (margin - input).clamp_min(0), 0.0);
                    return Losses.Reduce(apart + where(target != -1, input, 0.0), reduction);
                }
            }
        }
    }
}
