using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Batch normalisation of (N, C) or (N, C, L).</summary>
public sealed class BatchNorm1d : BatchNorm
{
    internal BatchNorm1d(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, ScalarType? dtype)
        : base(nameof(BatchNorm1d), 2, 3, num_features, eps, momentum, affine, track_running_stats, dtype)
    {
    }
}
