using Qiansi.Jupyter.KernelSpecs;

namespace Qiansi.Jupyter.Client;

/// <summary>What <see cref="KernelProcess"/> starts.</summary>
/// <param name="Command">Program and arguments; <c>{connection_file}</c> stands for the connection file's path,
/// <c>{resource_dir}</c> for <see cref="ResourceFolder"/>.</param>
public sealed record KernelLaunch(IReadOnlyList<string> Command)
{
    /// <summary>What messages to people call it.</summary>
    public string DisplayName { get; init; } = "kernel";

    /// <summary>Whether to interrupt by <c>interrupt_request</c>, and not by a signal.</summary>
    public bool InterruptByMessage { get; init; }

    /// <summary>Whether to use Unix domain sockets (<c>ipc</c>) where there are any, which our own kernel and libzmq's speak;
    /// TCP otherwise.</summary>
    public bool UseIpc { get; init; }

    /// <summary>Environment variables to add; values may use <c>${NAME}</c> of this process's environment.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <summary>Folder it starts in; this process's when null.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The kernelspec's folder.</summary>
    public string ResourceFolder { get; init; } = "";

    /// <summary>Name of the kernelspec, for the connection file.</summary>
    public string? KernelName { get; init; }

    /// <summary>Path of the notebook, for the kernel's history (<c>JPY_SESSION_NAME</c>).</summary>
    public string? SessionName { get; init; }

    /// <summary>How long it may take until it answers.</summary>
    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether to see to it that the kernel ends when this process dies,
    /// which kernels that watch their starter do themselves.</summary>
    public bool ReapWhenOrphaned { get; init; }

    /// <summary>The launch a kernelspec describes.</summary>
    public static KernelLaunch FromSpec(KernelSpec spec) => new(spec.Argv)
    {
        DisplayName = spec.DisplayName,
        InterruptByMessage = spec.InterruptMode == "message",
        Environment = spec.Environment,
        ResourceFolder = spec.Folder,
        KernelName = spec.Name,
        ReapWhenOrphaned = true,
    };
}
