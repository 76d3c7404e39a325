namespace Qiansi.Modules
{
    /// <summary>Batch normalisation of (N, C) or (N, C, L).</summary>
    public sealed class BatchNorm1d : BatchNorm
    {
        internal BatchNorm1d(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, ScalarType? dtype)
            : base(nameof(BatchNorm1d), 2, 3, num_features, eps, momentum, affine, track_running_stats, dtype)
        {
        }
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that scales each channel of (N, C) or (N, C, L) to mean 0 and variance 1.</summary>
            /// <param name="num_features">How many channels there are.</param>
            /// <param name="momentum">How much of the running numbers a batch replaces; null: all batches count alike.</param>
            /// <param name="affine">Whether there are factors and shifts to learn.</param>
            /// <param name="track_running_stats">Whether running numbers are kept for use; without, a batch's own are used always.</param>
            public static BatchNorm1d BatchNorm1d(long num_features, double eps = 1e-05, double? momentum = 0.1, bool affine = true,
                bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                    new(num_features, eps, momentum, affine, track_running_stats, dtype);
        }
    }
}
