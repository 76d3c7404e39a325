namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// How much nearer the anchor is to the negative one than to the positive one, and a margin: max(0, d(a, p) − d(a, n) +
            /// margin).
            /// </summary>
            /// <param name="anchor">(N, D), or one vector (D).</param>
            /// <param name="positive">What belongs to the anchor.</param>
            /// <param name="negative">What does not.</param>
            /// <param name="p">The norm of the distance.</param>
            /// <param name="eps">Added to differences, so that the norm's gradient stays finite.</param>
            /// <param name="swap">Whether d(p, n) counts where it is less than d(a, n) (Balntas et al. 2016).</param>
            /// <param name="margin">By how much.</param>
            [Layer("TripletMarginLoss")]
            public static Tensor triplet_margin_loss(
                Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, long p = 2, double eps = 1e-6, bool swap = false,
                Reduction reduction = Reduction.Mean) =>
                triplet_margin_with_distance_loss(anchor, positive, negative, (a, b) => pairwise_distance(a, b, p, eps), margin, swap,
                reduction);
        }
    }
}
