using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Batch normalisation of images (N, C, H, W).</summary>
public sealed class BatchNorm2d : BatchNorm
{
    internal BatchNorm2d(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, ScalarType? dtype)
        : base(nameof(BatchNorm2d), 4, 4, num_features, eps, momentum, affine, track_running_stats, dtype)
    {
    }
}
