using System.Runtime.InteropServices;

namespace Qiansi.Metrics.Gpu.Nvml;

/// <summary><c>nvmlUtilization_t</c>: percent.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NvmlUtilization
{
    public uint Gpu;
    public uint Memory;
}

/// <summary><c>nvmlMemory_t</c>: bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NvmlMemory
{
    public ulong Total;
    public ulong Free;
    public ulong Used;
}

/// <summary><c>nvmlProcessInfo_t</c> of the functions' second and third version.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NvmlProcess
{
    /// <summary>Stands in <see cref="UsedMemory"/> where the driver does not tell it (Windows).</summary>
    public const ulong Unknown = ulong.MaxValue;

    public uint Id;
    public ulong UsedMemory;
    public uint GpuInstance;
    public uint ComputeInstance;
}
