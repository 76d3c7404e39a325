namespace Qiansi.Metrics;

/// <summary>
/// The machine, this process and its accelerators at one moment. What could not be had is null; percentages go from 0 to 100, sizes are
/// bytes, rates a second.
/// </summary>
public sealed record MetricsSample
{
    /// <summary>When it was taken.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Time since the first sample of the same panel or recording.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>All processors together, since the sample before.</summary>
    public double? CpuPercent { get; init; }

    /// <summary>Each logical processor.</summary>
    public IReadOnlyList<double> CorePercents { get; init; } = [];

    /// <summary>Memory of the machine that is not available to programs.</summary>
    public long? MemoryUsed { get; init; }

    /// <summary>Memory of the machine.</summary>
    public long? MemoryTotal { get; init; }

    /// <summary>Memory that this process's cgroup uses, caches that can be dropped left out; null when it has no limit.</summary>
    public long? ContainerMemoryUsed { get; init; }

    /// <summary>The smallest memory limit of this process's cgroups.</summary>
    public long? ContainerMemoryLimit { get; init; }

    /// <summary>How many processors this process's cgroups allow.</summary>
    public double? ContainerCpus { get; init; }

    /// <summary>This process; 100 is one processor.</summary>
    public double? ProcessCpuPercent { get; init; }

    /// <summary>Memory of this process that is in RAM.</summary>
    public long ProcessMemory { get; init; }

    /// <summary>Threads of this process.</summary>
    public int? Threads { get; init; }

    /// <summary>Threads of the .NET thread pool.</summary>
    public int PoolThreads { get; init; }

    /// <summary>The managed heap.</summary>
    public long HeapBytes { get; init; }

    /// <summary>Bytes allocated a second on the managed heap.</summary>
    public double? AllocatedPerSecond { get; init; }

    /// <summary>Collections so far, of generation 0, 1 and 2.</summary>
    public (int Gen0, int Gen1, int Gen2) Collections { get; init; }

    /// <summary>Share of the time since the sample before in which the collector held up the process.</summary>
    public double? GcPausePercent { get; init; }

    /// <summary>Bytes a second read from all disks.</summary>
    public double? DiskRead { get; init; }

    /// <summary>Bytes a second written to all disks.</summary>
    public double? DiskWritten { get; init; }

    /// <summary>Bytes a second that came in over all networks.</summary>
    public double? NetworkReceived { get; init; }

    /// <summary>Bytes a second that went out over all networks.</summary>
    public double? NetworkSent { get; init; }

    /// <summary>GPUs and NPUs, parts of a divided GPU (MIG) after it.</summary>
    public IReadOnlyList<GpuSample> Gpus { get; init; } = [];

    /// <summary>What could not be read, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
