using System.Globalization;
using Qiansi.Metrics.Sampling;

namespace Qiansi.Metrics.Gpu.Amd;

/// <summary>One of AMD's GPUs.</summary>
internal sealed class AmdDevice : IDisposable
{
    private const int ProcessesEveryMilliseconds = 2000;

    private readonly int _index;
    private readonly string _name;
    private readonly KfdProcesses _processReader;
    private readonly Dictionary<string, RereadFile?> _files = [];
    private readonly string _folder;
    private readonly string? _sensors;
    private readonly List<string> _refused = [];
    private IReadOnlyList<GpuProcess> _processes = [];
    private long _processesAt = long.MinValue;

    /// <param name="folder">Its <c>device</c> folder.</param>
    /// <param name="index">Which of AMD's GPUs it is.</param>
    /// <param name="paths">The tree it is in.</param>
    /// <param name="names">Names of programs.</param>
    public AmdDevice(string folder, int index, SystemPaths paths, ProcessNames names)
    {
        (_folder, _index) = (folder, index);
        _name = SysFile.Text(Path.Combine(folder, "product_name")) is { Length: > 0 } name
            ? name : $"AMD GPU {SysFile.Text(Path.Combine(folder, "device"))}";
        var sensors = Path.Combine(folder, "hwmon");
        _sensors = Directory.Exists(sensors) ? Directory.GetDirectories(sensors).FirstOrDefault() : null;
        _processReader = new(paths, folder, names);
    }

    /// <summary>Reads it.</summary>
    public GpuSample Read()
    {
        _refused.Clear();
        var total = Number("mem_info_vram_total");
        var isGone = total is null && !Directory.Exists(_folder);
        var sample = new GpuSample
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"GPU {_index}"),
            Name = _name,
            Utilization = Number("gpu_busy_percent"),
            MemoryTotal = total,
            MemoryUsed = Number("mem_info_vram_used"),
            Temperature = Sensor("temp1_input") / 1000.0,
            SlowdownTemperature = Sensor("temp1_crit") / 1000.0,
            Power = (Sensor("power1_average") ?? Sensor("power1_input")) / 1e6,
            PowerLimit = Sensor("power1_cap") / 1e6,
            Clock = Clock("pp_dpm_sclk"),
            MemoryClock = Clock("pp_dpm_mclk"),
            Processes = isGone ? [] : Processes(),
        };
        var problem = isGone ? "the device is gone" : _refused.Count == 0 ? null : string.Join("; ", _refused);
        return problem is null ? sample : sample with { Problem = problem };
    }

    public void Dispose()
    {
        foreach (var file in _files.Values) file?.Dispose();
    }

    private IReadOnlyList<GpuProcess> Processes()
    {
        if (_processesAt != long.MinValue && Environment.TickCount64 - _processesAt < ProcessesEveryMilliseconds) return _processes;
        _processesAt = Environment.TickCount64;
        return _processes = _processReader.Read();
    }

    private long? Number(string name) => Read(_folder, name) is { Length: > 0 } text ? ByteText.Number(text) : null;

    private long? Sensor(string name) =>
        _sensors is not null && Read(_sensors, name) is { Length: > 0 } text ? ByteText.Number(text) : null;

    private double? Clock(string name) => Read(_folder, name) is { Length: > 0 } text ? SysFile.ChosenClock(text) : null;

    /// <summary>A file's text; empty when this device has no such file, or does not give it now.</summary>
    private ReadOnlySpan<byte> Read(string folder, string name)
    {
        if (!_files.TryGetValue(name, out var file))
        {
            var path = Path.Combine(folder, name);
            _files[name] = file = File.Exists(path) ? new(path, 512) : null;
        }

        if (file is null) return default;
        try
        {
            return file.Read();
        }
        catch (UnauthorizedAccessException)
        {
            _refused.Add($"{name}: permission denied");
        }
        catch (IOException e)
        {
            // The card sleeps, or is gone: the file is there, and reading it fails.
            if (Directory.Exists(_folder)) _refused.Add($"{name}: {e.Message}");
        }

        return default;
    }
}
