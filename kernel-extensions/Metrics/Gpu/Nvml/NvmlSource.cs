using Qiansi.Metrics.Sampling;

namespace Qiansi.Metrics.Gpu.Nvml;

/// <summary>NVIDIA's GPUs. A driver that is lost is opened anew every few seconds.</summary>
internal sealed class NvmlSource(NvmlLibrary nvml, ProcessNames names) : IGpuSource
{
    private const int RetryMilliseconds = 5000;

    private readonly List<NvmlDevice> _devices = [];
    private bool _isOpen;
    private long _nextTry;
    private NvmlCode _lost = NvmlCode.Uninitialized;

    /// <inheritdoc />
    public void Read(List<GpuSample> gpus, Notes notes)
    {
        if (!_isOpen && Environment.TickCount64 >= _nextTry) Open();
        if (_isOpen) ReadDevices(gpus);
        if (!_isOpen) notes.Add($"NVIDIA: {_lost.InWords()}");
        else if (_devices.Count == 0) notes.Add("NVIDIA: the driver is loaded but lists no GPU");
    }

    public void Dispose() => Close();

    private void ReadDevices(List<GpuSample> gpus)
    {
        foreach (var device in _devices)
        {
            if (device.Read(gpus) is not { } code || !code.IsDriverLost()) continue;
            Close();
            _lost = code;
            return;
        }
    }

    private void Open()
    {
        _nextTry = Environment.TickCount64 + RetryMilliseconds;
        _lost = nvml.Initialize();
        if (_lost != NvmlCode.Success) return;
        _isOpen = true;
        _lost = nvml.DeviceCount(out var count);
        if (_lost != NvmlCode.Success)
        {
            Close();
            return;
        }

        for (uint i = 0; i < count; i++) _devices.Add(new(nvml, i, names));
    }

    private void Close()
    {
        _devices.Clear();
        if (_isOpen) nvml.Shutdown(); // whatever it answers: a lost driver has nothing left to close
        _isOpen = false;
        _nextTry = Environment.TickCount64 + RetryMilliseconds;
    }
}
