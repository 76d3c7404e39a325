using Qiansi.Torch.Functional;
using Qiansi.Torch.Shapes;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
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

            /// <summary>For targets of 1, 1 − cos of the angle between the vectors; for −1 max(0, cos − margin).</summary>
            /// <param name="input1">(N, D), or one vector (D).</param>
            /// <param name="input2">Of the same shape.</param>
            /// <param name="target">(N) of 1 and −1, or one number.</param>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
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

            /// <summary>max(0, margin − target·(input1 − input2)): a target of 1 asks that input1 is the larger one, −1 that input2
            /// is.</summary>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
            public static Tensor margin_ranking_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
            {
                Losses.CheckShapes("margin_ranking_loss", input1, input2);
                Losses.CheckShapes("margin_ranking_loss", input1, target);
                return Losses.Reduce((margin - (target * (input1 - input2))).clamp_min(0), reduction);
            }

            /// <summary>ln(1 + e^(−target·input)) for targets of 1 and −1.</summary>
            /// <exception cref="ArgumentException">Shapes do not fit.</exception>
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                Losses.CheckShapes("soft_margin_loss", input, target);
                return Losses.Reduce(logsigmoid(target * input).neg(), reduction);
            }

            /// <summary>How much nearer the anchor is to the negative one than to the positive one, and a margin: max(0, d(a, p) − d(a, n)
            /// + margin).</summary>
            /// <param name="anchor">(N, D), or one vector (D).</param>
            /// <param name="positive">What belongs to the anchor.</param>
            /// <param name="negative">What does not.</param>
            /// <param name="p">The norm of the distance.</param>
            /// <param name="eps">Added to differences, so that the norm's gradient stays finite.</param>
            /// <param name="swap">Whether d(p, n) counts where it is less than d(a, n) (Balntas et al. 2016).</param>
            public static Tensor triplet_margin_loss(
                Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, long p = 2, double eps = 1e-6, bool swap = false,
                Reduction reduction = Reduction.Mean) =>
                triplet_margin_with_distance_loss(anchor, positive, negative, (a, b) => pairwise_distance(a, b, p, eps), margin, swap,
                reduction);

            /// <summary>As <see cref="triplet_margin_loss"/>, with a distance of one's own; Euclid's when null.</summary>
            public static Tensor triplet_margin_with_distance_loss(
                Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0,
                bool swap = false,
                Reduction reduction = Reduction.Mean)
            {
                distance ??= (a, b) => pairwise_distance(a, b);
                var far = distance(anchor, negative);
                if (swap) far = minimum(far, distance(positive, negative));
                return Losses.Reduce((distance(anchor, positive) - far + margin).clamp_min(0), reduction);
            }
        }
    }
}
