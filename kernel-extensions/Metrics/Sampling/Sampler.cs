using System.Net.NetworkInformation;
using Qiansi.Metrics.Gpu;
using Qiansi.Metrics.Sampling.Readers;

namespace Qiansi.Metrics.Sampling;

/// <summary>Takes samples. Each area that cannot be read becomes a note, and the others go on.</summary>
internal sealed class Sampler : IDisposable
{
    private readonly bool _hasProc;
    private readonly CpuReader _cpu;
    private readonly MemoryReader _memory;
    private readonly ProcessReader _process;
    private readonly DiskReader _disk;
    private readonly NetworkReader _network;
    private readonly CgroupReader _cgroup;
    private readonly IGpuFigures _gpus;
    private readonly Notes _notes = new();
    private readonly TimeProvider _time;
    private readonly long _start;
    private Rate _processTime, _allocated, _pause, _read, _written, _received, _sent;

    /// <param name="paths">Where the figures are found.</param>
    /// <param name="gpus">Gives the accelerators' figures; disposed with the sampler.</param>
    /// <param name="time">The clock that rates are taken by; the system's when null.</param>
    public Sampler(SystemPaths paths, IGpuFigures gpus, TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        _start = _time.GetTimestamp();
        _hasProc = paths.HasProc;
        _gpus = gpus;
        (_cpu, _memory, _process, _disk, _network, _cgroup) = (new(paths), new(paths), new(paths), new(paths), new(paths), new(paths));
    }

    /// <summary>A sampler for single looks; waits for the accelerators' first figures.</summary>
    public static Sampler Open(SystemPaths paths)
    {
        var watch = new GpuWatch(paths, MetricsDefaults.Look / 2);
        watch.WaitForFirst();
        return new(paths, watch);
    }

    /// <summary>A sampler for many, whose accelerators are read at the same pace.</summary>
    public static Sampler Watching(SystemPaths paths, TimeSpan every) => new(paths, new GpuWatch(paths, every));

    /// <summary>Takes a sample; differences are since the one before.</summary>
    public MetricsSample Take()
    {
        _notes.Clear();
        var elapsed = _time.GetElapsedTime(_start);
        var ticks = elapsed.Ticks + 1;
        var sample = Runtime(ticks) with { Time = _time.GetLocalNow(), Elapsed = elapsed };
        sample = _hasProc ? Linux(sample, ticks) : Portable(sample, ticks);
        var gpus = _gpus.Latest();
        foreach (var note in gpus.Notes) _notes.Add(note);
        return sample with { Gpus = gpus.Gpus, Notes = _notes.Lines };
    }

    public void Dispose()
    {
        _gpus.Dispose();
        foreach (var reader in (IDisposable[])[_cpu, _memory, _process, _disk, _network, _cgroup]) reader.Dispose();
    }

    private MetricsSample Runtime(long ticks) => new()
    {
        ProcessCpuPercent = Percent(_processTime.Next(Environment.CpuUsage.TotalTime.Ticks, ticks)),
        PoolThreads = ThreadPool.ThreadCount,
        HeapBytes = GC.GetTotalMemory(false),
        AllocatedPerSecond = _allocated.Next(GC.GetTotalAllocatedBytes(), ticks),
        Collections = (GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)),
        GcPausePercent = Percent(_pause.Next(GC.GetTotalPauseDuration().Ticks, ticks)),
    };

    private MetricsSample Linux(MetricsSample sample, long ticks)
    {
        if (Try("CPU", () => _cpu.Read())) sample = sample with { CpuPercent = _cpu.Percent, CorePercents = _cpu.Cores };
        if (Try("memory", _memory.Read, out var memory)) sample = sample with { MemoryTotal = memory.Total, MemoryUsed = memory.Used };
        if (Try("cgroup", _cgroup.ReadUsed, out var used))
            sample = sample with { ContainerMemoryUsed = used, ContainerMemoryLimit = _cgroup.MemoryLimit, ContainerCpus = _cgroup.Cpus };
        if (Try("process", _process.Read, out var process))
            sample = sample with { ProcessMemory = process.Memory, Threads = process.Threads };
        if (Try("disks", _disk.Read, out var disk))
            sample = sample with { DiskRead = _read.Next(disk.Read, ticks), DiskWritten = _written.Next(disk.Written, ticks) };
        if (Try("networks", _network.Read, out var network)) sample = Network(sample, network, ticks);
        return sample;
    }

    private MetricsSample Portable(MetricsSample sample, long ticks)
    {
        _notes.Add(PortableReader.NotAvailable);
        var memory = PortableReader.Memory();
        sample = sample with { MemoryTotal = memory.Total, MemoryUsed = memory.Used, ProcessMemory = Environment.WorkingSet };
        return Try("networks", PortableReader.Network, out var network) ? Network(sample, network, ticks) : sample;
    }

    private MetricsSample Network(MetricsSample sample, (long Received, long Sent) bytes, long ticks) =>
        sample with { NetworkReceived = _received.Next(bytes.Received, ticks), NetworkSent = _sent.Next(bytes.Sent, ticks) };

    private bool Try(string what, Action read) => Try(what, () => { read(); return true; }, out _);

    private bool Try<T>(string what, Func<T> read, out T value)
    {
        try
        {
            value = read();
            return true;
        }
        catch (Exception e) when (Notes.IsExpected(e) || e is NetworkInformationException or PlatformNotSupportedException)
        {
            _notes.Add(what, e);
            value = default!;
            return false;
        }
    }

    /// <summary>Time in ticks a second, as a percentage of the second.</summary>
    private static double? Percent(double? ticksPerSecond) => ticksPerSecond / TimeSpan.TicksPerSecond * 100;
}
