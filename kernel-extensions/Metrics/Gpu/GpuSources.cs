using Qiansi.Metrics.Gpu.Amd;
using Qiansi.Metrics.Gpu.Ascend;
using Qiansi.Metrics.Gpu.Nvml;
using Qiansi.Metrics.Sampling;

namespace Qiansi.Metrics.Gpu;

/// <summary>The makers whose drivers are on this system.</summary>
internal sealed class GpuSources(SystemPaths paths) : IDisposable
{
    private const string NoGpu = "No GPU found: neither NVIDIA's driver (NVML), an AMD GPU (amdgpu) nor an Ascend NPU (npu-smi)";

    private readonly Notes _notes = new();
    private List<IGpuSource>? _sources;

    /// <summary>Whether there is any; otherwise nothing needs to be asked again.</summary>
    public bool Any => Sources.Count > 0;

    private List<IGpuSource> Sources => _sources ??= Find();

    /// <summary>Reads all devices.</summary>
    public GpuReading Read()
    {
        if (!Any) return new([], [NoGpu]);
        _notes.Clear();
        var gpus = new List<GpuSample>();
        foreach (var source in Sources) source.Read(gpus, _notes);
        return new(gpus, _notes.Lines);
    }

    public void Dispose()
    {
        foreach (var source in _sources ?? []) source.Dispose();
    }

    private List<IGpuSource> Find()
    {
        var found = new List<IGpuSource>();
        if (NvmlLibrary.TryLoad(paths) is { } nvml) found.Add(new NvmlSource(nvml, new(paths)));
        if (AmdSource.TryFind(paths) is { } amd) found.Add(amd);
        if (AscendSource.TryFind(paths) is { } ascend) found.Add(ascend);
        return found;
    }
}
