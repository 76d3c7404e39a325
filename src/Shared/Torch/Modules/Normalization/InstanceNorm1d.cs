using static Qiansi.torch;

namespace Qiansi.Modules;

/// <summary>Instance normalisation of signals (N, C, L) or (C, L).</summary>
public sealed class InstanceNorm1d : InstanceNorm
{
    internal InstanceNorm1d(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, ScalarType? dtype)
        : base(nameof(InstanceNorm1d), 3, num_features, eps, momentum, affine, track_running_stats, dtype)
    {
    }
}
