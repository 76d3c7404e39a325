namespace Qiansi.Metrics.Panel;

/// <summary>The last minute of every figure that has a line in the panel.</summary>
internal sealed class History
{
    private readonly Dictionary<string, Series> _gpus = new(StringComparer.Ordinal);

    public Series Cpu { get; } = new();

    public Series Memory { get; } = new();

    public Series Process { get; } = new();

    public Series Heap { get; } = new();

    public Series Disk { get; } = new();

    public Series Network { get; } = new();

    /// <summary>Utilisation of a device.</summary>
    public Series? Gpu(string id) => _gpus.GetValueOrDefault(id);

    /// <summary>Adds a sample.</summary>
    public void Add(MetricsSample sample)
    {
        var at = sample.Elapsed;
        Cpu.Add(at, sample.CpuPercent);
        Memory.Add(at, sample.MemoryUsed);
        Process.Add(at, sample.ProcessCpuPercent);
        Heap.Add(at, sample.HeapBytes);
        Disk.Add(at, sample.DiskRead + sample.DiskWritten);
        Network.Add(at, sample.NetworkReceived + sample.NetworkSent);
        foreach (var gpu in sample.Gpus)
        {
            if (!_gpus.TryGetValue(gpu.Id, out var series))
            {
                if (gpu.Utilization is null) continue;
                _gpus[gpu.Id] = series = new();
            }

            series.Add(at, gpu.Utilization);
        }
    }
}
