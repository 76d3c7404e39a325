using Qiansi.Jupyter.Client;

namespace Qiansi.Server.Kernels;

/// <summary>A kernel that front ends can choose.</summary>
/// <param name="Name">Name of the kernelspec.</param>
/// <param name="DisplayName">Name for people.</param>
/// <param name="Language">Language that notebooks carry.</param>
/// <param name="Launch">How it is started.</param>
public sealed record KernelOffer(string Name, string DisplayName, string Language, KernelLaunch Launch)
{
    /// <summary>Files by name, such as <c>logo-svg.svg</c>: a way to read each.</summary>
    public IReadOnlyDictionary<string, Func<byte[]>> Resources { get; init; } = new Dictionary<string, Func<byte[]>>();

    /// <summary><c>signal</c> or <c>message</c>.</summary>
    public string InterruptMode => Launch.InterruptByMessage ? "message" : "signal";
}
