namespace Qiansi.Metrics.Gpu.Nvml;

/// <summary>What NVML's functions return (<c>nvmlReturn_t</c>).</summary>
internal enum NvmlCode
{
    Success = 0,
    Uninitialized = 1,
    InvalidArgument = 2,
    NotSupported = 3,
    NoPermission = 4,
    NotFound = 6,
    InsufficientSize = 7,
    DriverNotLoaded = 9,
    Timeout = 10,
    LibraryNotFound = 12,
    FunctionNotFound = 13,
    GpuIsLost = 15,
    ResetRequired = 16,
    LibraryDriverMismatch = 18,
    Unknown = 999,
}

/// <summary>What they mean to a person.</summary>
internal static class NvmlCodes
{
    /// <summary>The cause and, where there is one, the way out.</summary>
    public static string InWords(this NvmlCode code) => code switch
    {
        NvmlCode.Uninitialized or NvmlCode.DriverNotLoaded => "NVIDIA's driver is not loaded (anymore)",
        NvmlCode.NoPermission => "permission denied: this user may not read it",
        NvmlCode.GpuIsLost => "the GPU is lost: it no longer answers on the bus; a restart of the machine may bring it back",
        NvmlCode.ResetRequired => "the GPU must be reset (nvidia-smi --gpu-reset) before it can be used again",
        NvmlCode.LibraryDriverMismatch =>
            "the driver was updated while it ran: its library and its kernel module differ until the machine is restarted",
        NvmlCode.Timeout => "the driver took too long to answer",
        NvmlCode.NotFound => "the device is gone",
        NvmlCode.NotSupported => "this device does not tell it",
        _ => $"NVML answers with error {(int)code}",
    };

    /// <summary>Whether the driver as a whole is gone, so that it must be opened anew.</summary>
    public static bool IsDriverLost(this NvmlCode code) =>
        code is NvmlCode.Uninitialized or NvmlCode.DriverNotLoaded or NvmlCode.LibraryDriverMismatch;
}
