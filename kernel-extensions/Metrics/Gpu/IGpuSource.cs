using Qiansi.Metrics.Sampling;

namespace Qiansi.Metrics.Gpu;

/// <summary>One maker's devices, through whatever its driver offers. Used by one thread.</summary>
internal interface IGpuSource : IDisposable
{
    /// <summary>
    /// Adds the devices' figures; what cannot be read is said in the device's problem, or in the notes, and nothing is thrown.
    /// </summary>
    void Read(List<GpuSample> gpus, Notes notes);
}
