namespace Qiansi.Metrics.Tests.Doubles;

/// <summary>Figures that never change, for pictures that can be compared.</summary>
internal static class Samples
{
    private const long Gibi = 1L << 30;

    public static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A machine of so many cores at a second of a run.</summary>
    public static MetricsSample Machine(int second, int cores = 4, params IReadOnlyList<GpuSample> gpus) => new()
    {
        Time = Noon.AddSeconds(second),
        Elapsed = TimeSpan.FromSeconds(second),
        CpuPercent = 50 + 40 * Math.Sin(second / 5.0),
        CorePercents = [.. Enumerable.Range(0, cores).Select(c => 50 + 50 * Math.Cos(second + c))],
        MemoryTotal = 24 * Gibi,
        MemoryUsed = 6 * Gibi + second * (Gibi / 20),
        ContainerMemoryLimit = 16 * Gibi,
        ContainerMemoryUsed = 4 * Gibi,
        ContainerCpus = 2.5,
        ProcessCpuPercent = 180,
        ProcessMemory = 1200L << 20,
        Threads = 34,
        PoolThreads = 6,
        HeapBytes = 340L << 20,
        AllocatedPerSecond = 12.3 * (1 << 20),
        Collections = (10 + second, 3, 1),
        GcPausePercent = 0.4,
        DiskRead = second % 7 == 0 ? 3e6 : 0,
        DiskWritten = 1000,
        NetworkReceived = 1.5e6,
        NetworkSent = 20e3,
        Gpus = gpus,
    };

    /// <summary>A GPU at work.</summary>
    public static GpuSample Gpu(int index, double temperature = 71) => new()
    {
        Id = $"GPU {index}",
        Name = "NVIDIA H100 80GB HBM3",
        Utilization = 60 + index,
        MemoryUsed = (20 + index) * Gibi,
        MemoryTotal = 80 * Gibi,
        Temperature = temperature,
        SlowdownTemperature = 92,
        Power = 410,
        PowerLimit = 700,
        Clock = 1755,
        MemoryClock = 2619,
        Processes = [new(4242, "python3", 12 * Gibi, false), new(1, "nb", 3 * Gibi, true)],
    };

    /// <summary>A part of a divided GPU.</summary>
    public static GpuSample Part(int gpu, int part) =>
        new()
        {
            Id = $"GPU {gpu} · MIG {part}",
            Name = "NVIDIA H100 MIG 1g.10gb",
            IsPart = true,
            MemoryUsed = Gibi,
            MemoryTotal = 10 * Gibi
        };
}
