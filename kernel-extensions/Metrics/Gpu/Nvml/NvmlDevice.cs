using System.Globalization;

namespace Qiansi.Metrics.Gpu.Nvml;

/// <summary>One of NVIDIA's GPUs with its parts (MIG). What does not change is asked once, programs every two seconds.</summary>
internal sealed class NvmlDevice(NvmlLibrary nvml, uint index, ProcessNames names)
{
    private const int ProcessesEveryMilliseconds = 2000;

    private NvmlProcess[] _buffer = new NvmlProcess[64];
    private readonly Dictionary<uint, IReadOnlyList<GpuProcess>> _partProcesses = [];
    private string _name = "NVIDIA GPU";
    private nint _handle;
    private double? _powerLimit;
    private double? _slowdown;
    private IReadOnlyList<GpuProcess> _processes = [];
    private long _processesAt = long.MinValue;

    private string Id => string.Create(CultureInfo.InvariantCulture, $"GPU {index}");

    /// <summary>Adds the device, and its parts; the code that made it fail as a whole, or null.</summary>
    public NvmlCode? Read(List<GpuSample> gpus)
    {
        var code = Open();
        if (code == NvmlCode.Success) code = nvml.Memory(_handle, out _);
        if (code is not (NvmlCode.Success or NvmlCode.NotSupported or NvmlCode.NoPermission))
        {
            gpus.Add(new() { Id = Id, Name = _name, Problem = code.InWords() });
            _handle = 0;
            return code;
        }

        nvml.IsDivided(_handle, out var divided);
        var readProcesses = _processesAt == long.MinValue || Environment.TickCount64 - _processesAt >= ProcessesEveryMilliseconds;
        if (readProcesses) _processesAt = Environment.TickCount64;
        gpus.Add(ReadWhole(divided, readProcesses));
        if (divided) ReadParts(gpus, readProcesses);
        return null;
    }

    private NvmlCode Open()
    {
        if (_handle != 0) return NvmlCode.Success;
        var code = nvml.DeviceByIndex(index, out _handle);
        if (code != NvmlCode.Success) return code;
        if (nvml.Name(_handle, out var name) == NvmlCode.Success) _name = name;
        _powerLimit = nvml.PowerLimit(_handle, out var limit) == NvmlCode.Success ? limit / 1000.0 : null;
        _slowdown = nvml.SlowdownTemperature(_handle, out var slowdown) == NvmlCode.Success ? slowdown : null;
        return NvmlCode.Success;
    }

    private GpuSample ReadWhole(bool divided, bool readProcesses)
    {
        var refused = new List<string>();
        bool Has(NvmlCode code, string what)
        {
            if (code == NvmlCode.NoPermission) refused.Add(what);
            return code == NvmlCode.Success;
        }

        if (readProcesses && !divided) _processes = Processes(_handle, code => Has(code, "processes"));
        var hasMemory = Has(nvml.Memory(_handle, out var memory), "memory");
        var sample = new GpuSample
        {
            Id = Id,
            Name = _name,
            Utilization = Has(nvml.Utilization(_handle, out var utilization), "utilisation") ? utilization.Gpu : null,
            MemoryUsed = hasMemory ? (long)memory.Used : null,
            MemoryTotal = hasMemory ? (long)memory.Total : null,
            Temperature = Has(nvml.Temperature(_handle, out var degrees), "temperature") ? degrees : null,
            SlowdownTemperature = _slowdown,
            Power = Has(nvml.Power(_handle, out var power), "power") ? power / 1000.0 : null,
            PowerLimit = _powerLimit,
            Clock = Has(nvml.Clock(_handle, out var clock), "clocks") ? clock : null,
            MemoryClock = Has(nvml.MemoryClock(_handle, out var memoryClock), "clocks") ? memoryClock : null,
            Processes = divided ? [] : _processes,
        };
        return refused.Count == 0 ? sample : sample with { Problem = $"{string.Join(", ", refused.Distinct())}: permission denied" };
    }

    /// <summary>Parts have memory and programs of their own; temperature, power and clocks are the whole GPU's.</summary>
    private void ReadParts(List<GpuSample> gpus, bool readProcesses)
    {
        if (nvml.MaxParts(_handle, out var count) != NvmlCode.Success) return;
        for (uint i = 0; i < count; i++)
        {
            if (nvml.PartByIndex(_handle, i, out var part) != NvmlCode.Success) continue; // a place that no part takes
            if (readProcesses) _partProcesses[i] = Processes(part, static code => code == NvmlCode.Success);
            var code = nvml.Memory(part, out var memory);
            nvml.Name(part, out var name);
            gpus.Add(new()
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{Id} · MIG {i}"),
                Name = name.Length > 0 ? name : _name,
                IsPart = true,
                Utilization = nvml.Utilization(part, out var utilization) == NvmlCode.Success ? utilization.Gpu : null,
                MemoryUsed = code == NvmlCode.Success ? (long)memory.Used : null,
                MemoryTotal = code == NvmlCode.Success ? (long)memory.Total : null,
                Processes = _partProcesses.GetValueOrDefault(i) ?? [],
                Problem = code == NvmlCode.Success ? null : code.InWords(),
            });
        }
    }

    private List<GpuProcess> Processes(nint device, Func<NvmlCode, bool> has)
    {
        var found = new Dictionary<uint, long?>();
        foreach (var graphics in (ReadOnlySpan<bool>)[false, true])
        {
            var code = nvml.Processes(device, graphics, _buffer, out var count);
            if (code == NvmlCode.InsufficientSize)
            {
                _buffer = new NvmlProcess[count + 16]; // more may start in between
                code = nvml.Processes(device, graphics, _buffer, out count);
            }

            if (!has(code)) continue;
            foreach (var process in _buffer.AsSpan(0, (int)Math.Min(count, (uint)_buffer.Length)))
                found[process.Id] = process.UsedMemory == NvmlProcess.Unknown
                    ? found.GetValueOrDefault(process.Id) : (long)process.UsedMemory;
        }

        return [.. found.Select(f => names.Describe((int)f.Key, f.Value)).OrderByDescending(p => p.Memory ?? 0)];
    }
}
