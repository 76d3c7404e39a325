using System.Globalization;
using Qiansi.Metrics.Sampling;

namespace Qiansi.Metrics.Gpu.Amd;

/// <summary>
/// Programs that compute on one of AMD's GPUs (ROCm), from <c>/sys/class/kfd</c>: <c>proc/PID/vram_ID</c>, where ID is the topology's
/// number of the GPU.
/// </summary>
internal sealed class KfdProcesses
{
    private readonly ProcessNames _names;
    private readonly string _processes;
    private readonly string? _file;

    public KfdProcesses(SystemPaths paths, string deviceFolder, ProcessNames names)
    {
        _names = names;
        _processes = paths.Sys("class/kfd/kfd/proc");
        _file = GpuId(paths.Sys("class/kfd/kfd/topology/nodes"), deviceFolder) is { } id ? $"vram_{id}" : null;
    }

    /// <summary>The programs, the largest first.</summary>
    public IReadOnlyList<GpuProcess> Read()
    {
        if (_file is null || !Directory.Exists(_processes)) return [];
        var found = new List<GpuProcess>();
        foreach (var folder in Directory.GetDirectories(_processes))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id)) continue;
            if (SysFile.Text(Path.Combine(folder, _file)) is { } text && long.TryParse(text, CultureInfo.InvariantCulture, out var bytes)
                && bytes > 0) found.Add(_names.Describe(id, bytes));
        }

        found.Sort((a, b) => Comparer<long?>.Default.Compare(b.Memory, a.Memory));
        return found;
    }

    /// <summary>Topology and graphics know the same card by its render node's number.</summary>
    private static string? GpuId(string nodes, string deviceFolder)
    {
        var drm = Path.Combine(deviceFolder, "drm");
        if (!Directory.Exists(nodes) || !Directory.Exists(drm)) return null;
        var render = Directory.GetFileSystemEntries(drm, "renderD*").Select(p => Path.GetFileName(p)["renderD".Length..]).FirstOrDefault();
        var node = render is null ? null : Directory.GetDirectories(nodes).FirstOrDefault(n =>
            SysFile.Text(Path.Combine(n, "properties"))?.Split('\n').Contains($"drm_render_minor {render}") == true);
        return node is null ? null : SysFile.Text(Path.Combine(node, "gpu_id"));
    }
}
