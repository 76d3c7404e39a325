using System.Globalization;
using Qiansi.Drawing;
using static Qiansi.Metrics.Panel.Wording;

namespace Qiansi.Metrics.Panel;

/// <summary>One line of the panel about the machine or the process.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Value">The figure that matters.</param>
/// <param name="Detail">What else there is to know.</param>
/// <param name="Series">Its last minute; null when it has none.</param>
/// <param name="Top">What the line's upper edge stands for; 0 for the largest of the minute.</param>
/// <param name="Color">Of the line.</param>
/// <param name="Unit">Writes a value of the series.</param>
internal sealed record SystemRow(string Label, string Value, string Detail, Series? Series, double Top, Rgb Color,
    Func<double?, string> Unit)
{
    public const string Cpu = "CPU", Memory = "Memory", Process = "Process", Collector = "GC";

    private static readonly Rgb Blue = Palette.Category(0), Orange = Palette.Category(1), Green = Palette.Category(2),
        Purple = Palette.Category(3), Sky = Palette.Category(5);

    /// <summary>All lines for a sample.</summary>
    public static IEnumerable<SystemRow> Of(MetricsSample s, History? history)
    {
        var invariant = CultureInfo.InvariantCulture;
        var cores = s.CorePercents.Count > 0 ? s.CorePercents.Count : Environment.ProcessorCount;
        if (s.CpuPercent is not null || s.MemoryTotal is not null)
        {
            var limit = s.ContainerCpus is { } cpus && cpus < cores ? string.Create(invariant, $", limited to {cpus:0.##}") : "";
            yield return new(Cpu, Percent(s.CpuPercent), $"of {cores} {(cores == 1 ? "core" : "cores")}{limit}", history?.Cpu, 100,
                Blue, Percent);
        }

        if (s is { MemoryTotal: { } total, MemoryUsed: { } used })
        {
            var container = s is { ContainerMemoryLimit: { } most, ContainerMemoryUsed: { } taken } && most < total
                ? $" · container {Share(taken, most)} ({Percent(100.0 * taken / most)})" : "";
            yield return new(Memory, Percent(100.0 * used / Math.Max(1, total)), Share(used, total) + container, history?.Memory, total,
                Green, Bytes);
        }

        var threads = s.Threads is { } count
            ? $" · {count} threads, {s.PoolThreads} of the pool" : $" · {s.PoolThreads} threads of the pool";
        yield return new(Process, Percent(s.ProcessCpuPercent), $"of a core · {Bytes(s.ProcessMemory)} in RAM{threads}", history?.Process,
            100, Orange, Percent);
        var (gen0, gen1, gen2) = s.Collections;
        yield return new(Collector, Bytes(s.HeapBytes),
            $"heap · {Rate(s.AllocatedPerSecond)} allocated · collections {gen0} / {gen1} / {gen2} · pause {Percent(s.GcPausePercent)}",
            history?.Heap, 0, Purple, Bytes);
        if (s.DiskRead is not null)
            yield return new("Disk", Rate(s.DiskRead + s.DiskWritten), $"read {Rate(s.DiskRead)} · written {Rate(s.DiskWritten)}",
                history?.Disk, 0, Sky, Rate);
        if (s.NetworkReceived is not null)
            yield return new("Network", Rate(s.NetworkReceived + s.NetworkSent),
                $"in {Rate(s.NetworkReceived)} · out {Rate(s.NetworkSent)}", history?.Network, 0, Sky, Rate);
    }
}
