using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Instance normalisation of images (N, C, H, W) or (C, H, W).</summary>
public sealed class InstanceNorm2d : InstanceNorm
{
    internal InstanceNorm2d(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, ScalarType? dtype)
        : base(nameof(InstanceNorm2d), 4, num_features, eps, momentum, affine, track_running_stats, dtype)
    {
    }
}
