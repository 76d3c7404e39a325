using System.Text;
using Qiansi.Metrics.Sampling;

namespace Qiansi.Metrics.Gpu;

/// <summary>Names of other processes, remembered while they live.</summary>
internal sealed class ProcessNames(SystemPaths paths)
{
    private readonly Dictionary<int, string> _known = [];

    /// <summary>A process on a GPU.</summary>
    public GpuProcess Describe(int id, long? memory, string? name = null) => new(id, name ?? Name(id), memory, id == Environment.ProcessId);

    private string Name(int id)
    {
        if (_known.TryGetValue(id, out var name)) return name;
        if (_known.Count > 1000) _known.Clear();
        return _known[id] = Read(id);
    }

    private string Read(int id)
    {
        try
        {
            if (paths.HasProc) return Encoding.UTF8.GetString(File.ReadAllBytes(paths.Proc($"{id}/comm"))).TrimEnd('\n');
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return process.ProcessName;
        }
        catch (Exception e) when (Notes.IsExpected(e) || e is ArgumentException or InvalidOperationException)
        {
            return ""; // of another container, or ended just now: the number alone is shown
        }
    }
}
