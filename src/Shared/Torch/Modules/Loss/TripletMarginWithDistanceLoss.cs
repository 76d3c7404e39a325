using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>The triplet loss with a distance of one's own.</summary>
    public sealed class TripletMarginWithDistanceLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        /// <summary>A loss with these settings; the reduction says whether losses are averaged, summed, or given one by one.</summary>
        public TripletMarginWithDistanceLoss(
            Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false,
            nn.Reduction reduction = nn.Reduction.Mean)
            : base(reduction) =>
            (this.distance, this.margin, this.swap) = (distance, margin, swap);

        /// <summary>The distance; Euclid's when null.</summary>
        public Func<Tensor, Tensor, Tensor>? distance { get; }

        /// <summary>By how much.</summary>
        public double margin { get; }

        /// <summary>Whether the distance between the other two counts where it is less.</summary>
        public bool swap { get; }

        /// <summary>The loss of an output: one number, or with <c>Reduction.None</c> one for each element or sample.</summary>
        public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
            nn.functional.triplet_margin_with_distance_loss(anchor, positive, negative, distance, margin, swap, reduction);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.TripletMarginWithDistanceLoss"/>
            public static TripletMarginWithDistanceLoss TripletMarginWithDistanceLoss(
                Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false,
                Reduction reduction = Reduction.Mean) =>
                new(distance, margin, swap, reduction);

            public static partial class functional
            {
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
}
