using System.Runtime.InteropServices;
using System.Text;
using Qiansi.Metrics.Sampling;

namespace Qiansi.Metrics.Gpu.Nvml;

/// <summary>
/// NVIDIA's management library, which comes with its driver; functions that an older driver lacks answer
/// <see cref="NvmlCode.FunctionNotFound"/>.
/// </summary>
/// <remarks>
/// After NVML's API reference; only its stable functions are used. The library is left loaded: unloading a driver's library is asking for
/// trouble.
/// </remarks>
internal sealed unsafe class NvmlLibrary
{
    private readonly nint _handle;
    private readonly Dictionary<string, nint> _functions = new(StringComparer.Ordinal);

    private NvmlLibrary(nint handle) => _handle = handle;

    /// <summary>Loads the library; null when this system has none.</summary>
    public static NvmlLibrary? TryLoad(SystemPaths paths)
    {
        foreach (var name in Names(paths))
            if (NativeLibrary.TryLoad(name, out var handle)) return new(handle);
        return null;
    }

    public NvmlCode Initialize() => Call("nvmlInit_v2");

    public NvmlCode Shutdown() => Call("nvmlShutdown");

    public NvmlCode DeviceCount(out uint count)
    {
        fixed (uint* c = &count)
        {
            *c = 0;
            var f = (delegate* unmanaged<uint*, int>)Find("nvmlDeviceGetCount_v2");
            return f is null ? NvmlCode.FunctionNotFound : (NvmlCode)f(c);
        }
    }

    public NvmlCode DeviceByIndex(uint index, out nint device)
    {
        fixed (nint* d = &device)
        {
            *d = 0;
            var f = (delegate* unmanaged<uint, nint*, int>)Find("nvmlDeviceGetHandleByIndex_v2");
            return f is null ? NvmlCode.FunctionNotFound : (NvmlCode)f(index, d);
        }
    }

    /// <summary>A part of a divided GPU.</summary>
    public NvmlCode PartByIndex(nint device, uint index, out nint part)
    {
        fixed (nint* p = &part)
        {
            *p = 0;
            var f = (delegate* unmanaged<nint, uint, nint*, int>)Find("nvmlDeviceGetMigDeviceHandleByIndex");
            return f is null ? NvmlCode.FunctionNotFound : (NvmlCode)f(device, index, p);
        }
    }

    public NvmlCode Name(nint device, out string name)
    {
        const int longest = 96; // NVML_DEVICE_NAME_V2_BUFFER_SIZE
        var text = stackalloc byte[longest];
        var f = (delegate* unmanaged<nint, byte*, uint, int>)Find("nvmlDeviceGetName");
        var code = f is null ? NvmlCode.FunctionNotFound : (NvmlCode)f(device, text, longest);
        name = code == NvmlCode.Success ? Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text)) : "";
        return code;
    }

    public NvmlCode Utilization(nint device, out NvmlUtilization utilization) =>
        Get("nvmlDeviceGetUtilizationRates", device, out utilization);

    public NvmlCode Memory(nint device, out NvmlMemory memory) => Get("nvmlDeviceGetMemoryInfo", device, out memory);

    /// <summary>Milliwatts.</summary>
    public NvmlCode Power(nint device, out uint milliwatts) => Get("nvmlDeviceGetPowerUsage", device, out milliwatts);

    /// <summary>Milliwatts.</summary>
    public NvmlCode PowerLimit(nint device, out uint milliwatts) => Get("nvmlDeviceGetEnforcedPowerLimit", device, out milliwatts);

    /// <summary>Degrees Celsius.</summary>
    public NvmlCode Temperature(nint device, out uint degrees) => Get("nvmlDeviceGetTemperature", device, 0, out degrees);

    /// <summary>Where the GPU slows itself down, degrees Celsius.</summary>
    public NvmlCode SlowdownTemperature(nint device, out uint degrees) => Get("nvmlDeviceGetTemperatureThreshold", device, 1, out degrees);

    /// <summary>MHz of the streaming multiprocessors.</summary>
    public NvmlCode Clock(nint device, out uint megahertz) => Get("nvmlDeviceGetClockInfo", device, 1, out megahertz);

    /// <summary>MHz.</summary>
    public NvmlCode MemoryClock(nint device, out uint megahertz) => Get("nvmlDeviceGetClockInfo", device, 2, out megahertz);

    public NvmlCode MaxParts(nint device, out uint count) => Get("nvmlDeviceGetMaxMigDeviceCount", device, out count);

    /// <summary>Whether the GPU is divided into parts (MIG).</summary>
    public NvmlCode IsDivided(nint device, out bool divided)
    {
        uint now = 0, later = 0;
        var f = (delegate* unmanaged<nint, uint*, uint*, int>)Find("nvmlDeviceGetMigMode");
        var code = f is null ? NvmlCode.FunctionNotFound : (NvmlCode)f(device, &now, &later);
        divided = code == NvmlCode.Success && now == 1;
        return code;
    }

    /// <summary>Programs on a device; <paramref name="count"/> says how many were written.</summary>
    /// <param name="device">The device.</param>
    /// <param name="graphics">Those that draw; those that compute otherwise.</param>
    /// <param name="into">Where they go.</param>
    /// <param name="count">How many there are; on <see cref="NvmlCode.InsufficientSize"/> the room needed.</param>
    public NvmlCode Processes(nint device, bool graphics, Span<NvmlProcess> into, out uint count)
    {
        var kind = graphics ? "nvmlDeviceGetGraphicsRunningProcesses" : "nvmlDeviceGetComputeRunningProcesses";
        var f = (delegate* unmanaged<nint, uint*, NvmlProcess*, int>)Find(kind + "_v3");
        if (f is null) f = (delegate* unmanaged<nint, uint*, NvmlProcess*, int>)Find(kind + "_v2");
        var number = (uint)into.Length;
        fixed (NvmlProcess* first = into)
        {
            var code = f is null ? NvmlCode.FunctionNotFound : (NvmlCode)f(device, &number, first);
            count = code is NvmlCode.Success or NvmlCode.InsufficientSize ? number : 0;
            return code;
        }
    }

    private NvmlCode Call(string name)
    {
        var f = (delegate* unmanaged<int>)Find(name);
        return f is null ? NvmlCode.FunctionNotFound : (NvmlCode)f();
    }

    private NvmlCode Get<T>(string name, nint device, out T value)
        where T : unmanaged
    {
        T result = default;
        var f = (delegate* unmanaged<nint, void*, int>)Find(name);
        var code = f is null ? NvmlCode.FunctionNotFound : (NvmlCode)f(device, &result);
        value = result;
        return code;
    }

    private NvmlCode Get(string name, nint device, int which, out uint value)
    {
        uint result = 0;
        var f = (delegate* unmanaged<nint, int, uint*, int>)Find(name);
        var code = f is null ? NvmlCode.FunctionNotFound : (NvmlCode)f(device, which, &result);
        value = result;
        return code;
    }

    private void* Find(string name)
    {
        if (_functions.TryGetValue(name, out var address)) return (void*)address;
        NativeLibrary.TryGetExport(_handle, name, out address);
        _functions[name] = address;
        return (void*)address;
    }

    private static IEnumerable<string> Names(SystemPaths paths)
    {
        if (paths.Nvml is { } path)
        {
            yield return path;
            yield break;
        }

        if (OperatingSystem.IsWindows())
        {
            yield return "nvml.dll";
            yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "NVIDIA Corporation", "NVSMI",
                "nvml.dll");
        }
        else if (OperatingSystem.IsLinux())
        {
            yield return "libnvidia-ml.so.1";
            yield return "/usr/lib/wsl/lib/libnvidia-ml.so.1";
        }
    }
}
