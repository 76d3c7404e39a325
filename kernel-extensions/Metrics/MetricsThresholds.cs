using System.Globalization;
using Qiansi.Metrics.Panel;

namespace Qiansi.Metrics;

/// <summary>Where the panel warns; null never does.</summary>
public sealed record MetricsThresholds
{
    /// <summary>A GPU's temperature, degrees Celsius: most slow themselves down at 83 to 95.</summary>
    public double? GpuTemperature { get; init; } = 85;

    /// <summary>A GPU's memory in use, percent.</summary>
    public double? GpuMemory { get; init; } = 95;

    /// <summary>A GPU's power, percent of its limit. Training runs near it, so that there is no warning unless one is set.</summary>
    public double? GpuPower { get; init; }

    /// <summary>Memory of the machine, or of the container, in use, percent.</summary>
    public double? Memory { get; init; } = 90;

    /// <summary>All processors together, percent. Busy processors are no harm, so that there is no warning unless one is set.</summary>
    public double? Cpu { get; init; }

    /// <summary>Time the garbage collector holds up the process, percent.</summary>
    public double? GcPause { get; init; } = 20;

    /// <summary>What a sample gives cause to warn of: the panel's line it belongs to, and a sentence.</summary>
    internal IReadOnlyList<(string Place, string Text)> Check(MetricsSample sample)
    {
        List<(string, string)>? warnings = null;
        void Warn(string place, string what, double? value, double? limit, string unit)
        {
            if (value >= limit)
                (warnings ??= []).Add(
                    (place, string.Create(CultureInfo.InvariantCulture, $"{what} {value:0.#} {unit}, warns from {limit:0.#} {unit}")));
        }

        Warn(SystemRow.Cpu, "CPU", sample.CpuPercent, Cpu, "%");
        Warn(SystemRow.Memory, "Memory", 100.0 * sample.MemoryUsed / sample.MemoryTotal, Memory, "%");
        Warn(SystemRow.Memory, "The container's memory", 100.0 * sample.ContainerMemoryUsed / sample.ContainerMemoryLimit, Memory, "%");
        Warn(SystemRow.Collector, "Pauses for garbage collection", sample.GcPausePercent, GcPause, "% of the time");
        foreach (var gpu in sample.Gpus)
        {
            Warn(gpu.Id, $"{gpu.Id}: temperature", gpu.Temperature, GpuTemperature, "°C");
            Warn(gpu.Id, $"{gpu.Id}: memory", 100.0 * gpu.MemoryUsed / gpu.MemoryTotal, GpuMemory, "%");
            Warn(gpu.Id, $"{gpu.Id}: power", 100.0 * gpu.Power / gpu.PowerLimit, GpuPower, "% of its limit");
        }

        return warnings ?? (IReadOnlyList<(string, string)>)[];
    }
}
