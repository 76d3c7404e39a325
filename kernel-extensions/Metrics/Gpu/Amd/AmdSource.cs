using Qiansi.Metrics.Sampling;

namespace Qiansi.Metrics.Gpu.Amd;

/// <summary>AMD's GPUs, from what the amdgpu driver shows below <c>/sys/class/drm</c>.</summary>
internal sealed class AmdSource : IGpuSource
{
    private const string Vendor = "0x1002";

    private readonly AmdDevice[] _devices;

    private AmdSource(AmdDevice[] devices) => _devices = devices;

    /// <summary>The cards of AMD that there are; null without any.</summary>
    public static AmdSource? TryFind(SystemPaths paths)
    {
        var folder = paths.Sys("class/drm");
        if (!Directory.Exists(folder)) return null;
        var names = new ProcessNames(paths);
        var devices = Directory.GetFileSystemEntries(folder, "card*")
            .Where(p => Path.GetFileName(p).AsSpan(4) is var number && !number.ContainsAnyExceptInRange('0', '9'))
            .OrderBy(p => int.Parse(Path.GetFileName(p).AsSpan(4)))
            .Select(p => Path.Combine(p, "device"))
            .Where(p => SysFile.Text(Path.Combine(p, "vendor")) == Vendor && File.Exists(Path.Combine(p, "mem_info_vram_total")))
            .Select((p, i) => new AmdDevice(p, i, paths, names))
            .ToArray();
        return devices.Length == 0 ? null : new(devices);
    }

    /// <inheritdoc />
    public void Read(List<GpuSample> gpus, Notes notes)
    {
        foreach (var device in _devices) gpus.Add(device.Read());
    }

    public void Dispose()
    {
        foreach (var device in _devices) device.Dispose();
    }
}
