namespace Qiansi.Metrics.Gpu;

/// <summary>The accelerators' latest figures.</summary>
internal interface IGpuFigures : IDisposable
{
    /// <summary>The figures; returns at once.</summary>
    GpuReading Latest();
}

/// <summary>What was read of all accelerators at one moment.</summary>
/// <param name="Gpus">The devices.</param>
/// <param name="Notes">What there is to say besides: no GPU here, a driver that does not answer.</param>
internal sealed record GpuReading(IReadOnlyList<GpuSample> Gpus, IReadOnlyList<string> Notes)
{
    /// <summary>Nothing was read yet.</summary>
    public static readonly GpuReading Empty = new([], []);
}
