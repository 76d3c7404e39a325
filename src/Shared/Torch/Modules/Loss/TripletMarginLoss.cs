namespace Qiansi.Modules
{
    /// <summary>An anchor is to be nearer to what belongs to it than to what does not, by a margin.</summary>
    public sealed class TripletMarginLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        /// <summary>A loss with these settings; the reduction says whether losses are averaged, summed, or given one by one.</summary>
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

        /// <summary>The loss of an output: one number, or with <c>Reduction.None</c> one for each element or sample.</summary>
        public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
            nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap, reduction);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.TripletMarginLoss"/>
            public static TripletMarginLoss TripletMarginLoss(
                double margin = 1.0, long p = 2, double eps = 1e-6, bool swap = false, Reduction reduction = Reduction.Mean) =>
                new(margin, p, eps, swap, reduction);

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
                public static Tensor triplet_margin_loss(
                    Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, long p = 2, double eps = 1e-6, bool swap = false,
                    Reduction reduction = Reduction.Mean) =>
                    triplet_margin_with_distance_loss(anchor, positive, negative, (a, b) => pairwise_distance(a, b, p, eps), margin, swap,
                    reduction);
            }
        }
    }
}
