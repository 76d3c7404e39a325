namespace Qiansi.Metrics;

/// <summary>A GPU, an NPU, or a part of a divided GPU (MIG) at one moment. What its driver does not tell is null.</summary>
public sealed record GpuSample
{
    /// <summary><c>GPU 0</c>, <c>NPU 1</c>; a part is <c>GPU 0 · MIG 1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What the driver calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a part of a divided GPU.</summary>
    public bool IsPart { get; init; }

    /// <summary>Share of the time it computed, in percent.</summary>
    public double? Utilization { get; init; }

    /// <summary>Memory in use, bytes.</summary>
    public long? MemoryUsed { get; init; }

    /// <summary>Its memory, bytes.</summary>
    public long? MemoryTotal { get; init; }

    /// <summary>Degrees Celsius.</summary>
    public double? Temperature { get; init; }

    /// <summary>Where it slows itself down, degrees Celsius.</summary>
    public double? SlowdownTemperature { get; init; }

    /// <summary>Watts it draws.</summary>
    public double? Power { get; init; }

    /// <summary>Watts it may draw.</summary>
    public double? PowerLimit { get; init; }

    /// <summary>Clock of its processors, MHz.</summary>
    public double? Clock { get; init; }

    /// <summary>Clock of its memory, MHz.</summary>
    public double? MemoryClock { get; init; }

    /// <summary>Programs that use it.</summary>
    public IReadOnlyList<GpuProcess> Processes { get; init; } = [];

    /// <summary>Why figures are missing: lost, permission denied, …; null when all is well.</summary>
    public string? Problem { get; init; }
}

/// <summary>A program on a GPU.</summary>
/// <param name="Id">Its process id.</param>
/// <param name="Name">Its name, empty when it cannot be had.</param>
/// <param name="Memory">Memory of the GPU that it uses, bytes.</param>
/// <param name="IsThis">Whether it is the process that runs the cells.</param>
public sealed record GpuProcess(int Id, string Name, long? Memory, bool IsThis);
