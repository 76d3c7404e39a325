using System.Runtime.InteropServices;
using Qiansi.Engine;

namespace Qiansi.Tool.Libraries;

/// <summary>Which tensor library a notebook's cells mean by <c>torch</c>: the kernel's own, or TorchSharp.</summary>
internal static class TorchLibrary
{
    /// <summary>Environment variable that tells a kernel which one.</summary>
    public const string Variable = "QIANSI_TORCH";

    /// <summary>The kernel's own; TorchSharp on the processor; TorchSharp on an NVIDIA GPU.</summary>
    public static readonly string[] Names = ["Qiansi", "TorchSharp", "TorchSharp-cuda"];

    private const string Version = "0.107.0", LibTorch = "2.10.0";

    /// <summary>What takes the place of the kernel's own library; null when that is meant.</summary>
    /// <param name="name">One of <see cref="Names"/>, or none.</param>
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public static LibrarySwap? Of(string? name) => string.IsNullOrEmpty(name) || name == Names[0] ? null
        : Names.Contains(name) ? new()
        {
            Packages = [$"TorchSharp, {Version}", name == Names[1] ? $"libtorch-cpu-{Platform}, {LibTorch}" : Cuda],
            Folder = Path.Combine(AppContext.BaseDirectory, "torchsharp"),
            Names = new Dictionary<string, string> { ["Qiansi.torch"] = "TorchSharp.torch", ["Qiansi.Modules"] = "TorchSharp.Modules" },
            Open = ["Qiansi.TorchBridge", "TorchSharp"],
            Ending = "_as_pytorch",
        }
        : throw new ArgumentException($"{name} is no tensor library that notebooks run on; there are {string.Join(", ", Names)}.");

    /// <summary>What a kernel is told that is to run on a library.</summary>
    /// <param name="name">One of <see cref="Names"/>, or none.</param>
    public static IEnumerable<KeyValuePair<string, string>> Environment(string? name)
    {
        if (name is null) yield break;
        yield return new(Variable, name);
        // Threads of libtorch that wait in a loop take the processors from those that work, where others work too: thirtyfold on two cores.
        const string Waiting = "OMP_WAIT_POLICY";
        if (System.Environment.GetEnvironmentVariable(Waiting) is null) yield return new(Waiting, "PASSIVE");
    }

    private static string Platform => OperatingSystem.IsWindows() ? "win-x64"
        : OperatingSystem.IsMacOS() ? "osx-arm64"
        : RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "linux-x64"
        : throw new ArgumentException("TorchSharp has no packages for Linux on this processor.");

    private static string Cuda => $"TorchSharp-cuda-{(OperatingSystem.IsWindows() ? "windows" : "linux")}, {Version}";
}
