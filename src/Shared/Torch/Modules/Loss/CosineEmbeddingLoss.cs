using Qiansi.Torch.Functional;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>For targets of 1, 1 − cos of the angle between the vectors; for −1 max(0, cos − margin).</summary>
            /// <param name="input1">(N, D), or one vector (D).</param>
            /// <param name="input2">Of the same shape.</param>
            /// <param name="target">(N) of 1 and −1, or one number.</param>
            /// <param name="margin">The cosine above which others are too close.</param>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
            [Layer("CosineEmbeddingLoss")]
            public static Tensor cosine_embedding_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
            {
                if (input1.ndim != target.ndim + 1 || input2.ndim != target.ndim + 1 || target.ndim > 1)
                    throw new ArgumentException(
                        $"cosine_embedding_loss: inputs (N, D) go with a target (N), or (D) with one number; shapes are "
                        + $"{Shape.Text(input1.sizes)}, {Shape.Text(input2.sizes)} and {Shape.Text(target.sizes)}");
                const double Eps = 1e-12; // keeps the root's gradient finite for vectors of zeros
                var cosine = (input1 * input2).sum(-1) / ((input1.square().sum(-1) + Eps) * (input2.square().sum(-1) + Eps)).sqrt();
                var together = where(target == 1, 1 - cosine, 0.0);
                return Losses.Reduce(together + where(target == -1, (cosine - margin).clamp_min(0), 0.0), reduction);
            }
        }
    }
}
