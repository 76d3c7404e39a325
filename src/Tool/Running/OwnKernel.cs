using System.Runtime.InteropServices;
using Qiansi.Jupyter.Client;

namespace Qiansi.Tool.Running;

/// <summary>The kernel that this very program is.</summary>
internal static class OwnKernel
{
    /// <summary>Program and first arguments that start <c>nb</c> again.</summary>
    public static IReadOnlyList<string> Command { get; } = FindCommand();

    /// <summary>Starts this program as a kernel.</summary>
    public static KernelLaunch Launch { get; } = new([.. Command, "kernel", "--connection-file", "{connection_file}"])
    {
        DisplayName = ".NET (C#)",
        KernelName = ".net-csharp",
        InterruptByMessage = true,
        UseIpc = true,
    };

    private static IReadOnlyList<string> FindCommand()
    {
        var assembly = typeof(OwnKernel).Assembly.Location;
        var program = OperatingSystem.IsWindows() ? "nb.exe" : "nb";
        if (Environment.ProcessPath is { } process && Path.GetFileName(process) == program) return [process];
        // Inside another program (dotnet nb.dll, a test run) the program stands beside the assembly, unless only the assembly was copied.
        var beside = Path.Combine(AppContext.BaseDirectory, program);
        if (File.Exists(beside)) return [beside];
        var host = Path.Combine(
            RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return [File.Exists(host) ? Path.GetFullPath(host) : "dotnet", assembly];
    }
}
