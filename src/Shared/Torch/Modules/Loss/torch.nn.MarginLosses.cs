using Qiansi.Modules;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <inheritdoc cref="Modules.HingeEmbeddingLoss"/>
        public static HingeEmbeddingLoss HingeEmbeddingLoss(double margin = 1.0, Reduction reduction = Reduction.Mean) =>
            new(margin, reduction);

        /// <inheritdoc cref="Modules.CosineEmbeddingLoss"/>
        public static CosineEmbeddingLoss CosineEmbeddingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean) =>
            new(margin, reduction);

        /// <inheritdoc cref="Modules.MarginRankingLoss"/>
        public static MarginRankingLoss MarginRankingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean) =>
            new(margin, reduction);

        /// <inheritdoc cref="Modules.SoftMarginLoss"/>
        public static SoftMarginLoss SoftMarginLoss(Reduction reduction = Reduction.Mean) =>
            new(reduction);

        /// <inheritdoc cref="Modules.MultiMarginLoss"/>
        public static MultiMarginLoss MultiMarginLoss(
            int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
            new(p, margin, weight, reduction);

        /// <inheritdoc cref="Modules.MultiLabelMarginLoss"/>
        public static MultiLabelMarginLoss MultiLabelMarginLoss(Reduction reduction = Reduction.Mean) =>
            new(reduction);

        /// <inheritdoc cref="Modules.MultiLabelSoftMarginLoss"/>
        public static MultiLabelSoftMarginLoss MultiLabelSoftMarginLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
            new(weight, reduction);

        /// <inheritdoc cref="Modules.PoissonNLLLoss"/>
        public static PoissonNLLLoss PoissonNLLLoss(
            bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
            new(log_input, full, eps, reduction);

        /// <inheritdoc cref="Modules.GaussianNLLLoss"/>
        public static GaussianNLLLoss GaussianNLLLoss(bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean) =>
            new(full, eps, reduction);

        /// <inheritdoc cref="Modules.TripletMarginLoss"/>
        public static TripletMarginLoss TripletMarginLoss(
            double margin = 1.0, long p = 2, double eps = 1e-6, bool swap = false, Reduction reduction = Reduction.Mean) =>
            new(margin, p, eps, swap, reduction);

        /// <inheritdoc cref="Modules.TripletMarginWithDistanceLoss"/>
        public static TripletMarginWithDistanceLoss TripletMarginWithDistanceLoss(
            Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean) =>
            new(distance, margin, swap, reduction);
    }
}
