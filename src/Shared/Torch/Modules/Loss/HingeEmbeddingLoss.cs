using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>For targets of 1 the input, for −1 max(0, margin − input): distances of pairs that belong together, or do
            /// not.</summary>
            /// <param name="margin">How far apart the others are to be.</param>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
            [Layer("HingeEmbeddingLoss")]
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
