namespace Qiansi.Metrics.Sampling;

/// <summary>Where the system's figures are found: a tree of files, NVIDIA's library and Ascend's program.</summary>
/// <param name="Root">What stands above <c>proc</c> and <c>sys</c>: <c>/</c> on a Linux system.</param>
internal sealed record SystemPaths(string Root = "/")
{
    /// <summary>The driver's NVML library; the system's own search when null.</summary>
    public string? Nvml { get; init; }

    /// <summary>Ascend's <c>npu-smi</c>; looked for on <c>PATH</c> when null.</summary>
    public string? NpuSmi { get; init; }

    /// <summary>Whether there is a <c>/proc</c> as Linux has it.</summary>
    public bool HasProc => File.Exists(Proc("stat"));

    /// <summary>The running system; <c>QIANSI_NVML</c>, <c>QIANSI_NPU_SMI</c> and <c>QIANSI_METRICS_ROOT</c> name other places.</summary>
    public static SystemPaths OfThisSystem() =>
        new(Variable("QIANSI_METRICS_ROOT") ?? "/") { Nvml = Variable("QIANSI_NVML"), NpuSmi = Variable("QIANSI_NPU_SMI") };

    /// <summary>A path below <c>/proc</c>.</summary>
    public string Proc(string name) => Path.Combine(Root, "proc", name);

    /// <summary>A path below <c>/sys</c>.</summary>
    public string Sys(string name) => Path.Combine(Root, "sys", name);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
