namespace Qiansi.Modules
{
    /// <summary>Instance normalisation of images (N, C, H, W) or (C, H, W).</summary>
    public sealed class InstanceNorm2d : InstanceNorm
    {
        internal InstanceNorm2d(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, ScalarType? dtype)
            : base(nameof(InstanceNorm2d), 4, num_features, eps, momentum, affine, track_running_stats, dtype)
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
            /// <summary>A layer that scales each channel of each of images (N, C, H, W) or (C, H, W) to mean 0 and variance 1.</summary>
            public static InstanceNorm2d InstanceNorm2d(long num_features, double eps = 1e-05, double? momentum = 0.1, bool affine = false,
                bool track_running_stats = false, Device? device = null, ScalarType? dtype = null) =>
                    new(num_features, eps, momentum, affine, track_running_stats, dtype);
        }
    }
}
