using Qiansi.Metrics.Panel;

namespace Qiansi.Metrics.Recording;

/// <summary>A column of a recording.</summary>
/// <param name="Name">For people: <c>GPU 0 temperature</c>.</param>
/// <param name="Column">For CSV: <c>gpu0_temperature_c</c>.</param>
/// <param name="Value">Reads it from a sample.</param>
/// <param name="Words">Writes it.</param>
internal sealed record Figure(string Name, string Column, Func<MetricsSample, double?> Value, Func<double?, string> Words)
{
    /// <summary>All columns that have a value in some sample.</summary>
    public static IReadOnlyList<Figure> Of(IReadOnlyList<MetricsSample> samples)
    {
        List<Figure> figures =
        [
            new("CPU", "cpu_percent", s => s.CpuPercent, Wording.Percent),
            new("Process CPU (100 % is a core)", "process_cpu_percent", s => s.ProcessCpuPercent, Wording.Percent),
            new("Process memory", "process_memory_bytes", s => s.ProcessMemory, Wording.Bytes),
            new("Machine memory", "memory_used_bytes", s => s.MemoryUsed, Wording.Bytes),
            new("Container memory", "container_memory_bytes", s => s.ContainerMemoryUsed, Wording.Bytes),
            new("Managed heap", "heap_bytes", s => s.HeapBytes, Wording.Bytes),
            new("Allocated", "allocated_bytes_per_s", s => s.AllocatedPerSecond, Wording.Rate),
            new("GC pause", "gc_pause_percent", s => s.GcPausePercent, Wording.Percent),
            new("Threads", "threads", s => s.Threads, v => v is { } n ? $"{n:0}" : Wording.Unknown),
            new("Disk read", "disk_read_bytes_per_s", s => s.DiskRead, Wording.Rate),
            new("Disk written", "disk_written_bytes_per_s", s => s.DiskWritten, Wording.Rate),
            new("Network in", "network_in_bytes_per_s", s => s.NetworkReceived, Wording.Rate),
            new("Network out", "network_out_bytes_per_s", s => s.NetworkSent, Wording.Rate),
        ];
        foreach (var id in samples.SelectMany(s => s.Gpus).Select(g => g.Id).Distinct()) figures.AddRange(OfGpu(id));
        return figures.FindAll(f => samples.Any(s => f.Value(s) is not null));
    }

    private static IEnumerable<Figure> OfGpu(string id)
    {
        // "GPU 0 · MIG 1" becomes gpu0_mig1.
        var column = id.Replace(" · ", "_", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        Func<MetricsSample, double?> Read(Func<GpuSample, double?> value) =>
            s => s.Gpus.FirstOrDefault(g => g.Id == id) is { } gpu ? value(gpu) : null;
        yield return new($"{id} busy", $"{column}_percent", Read(g => g.Utilization), Wording.Percent);
        yield return new($"{id} memory", $"{column}_memory_bytes", Read(g => g.MemoryUsed), Wording.Bytes);
        yield return new($"{id} temperature", $"{column}_temperature_c", Read(g => g.Temperature),
            v => v is null ? Wording.Unknown : Wording.Temperature(v));
        yield return new($"{id} power", $"{column}_power_w", Read(g => g.Power), v => v is { } w ? $"{w:0} W" : Wording.Unknown);
        yield return new($"{id} clock", $"{column}_clock_mhz", Read(g => g.Clock), v => v is { } c ? $"{c:0} MHz" : Wording.Unknown);
    }
}
