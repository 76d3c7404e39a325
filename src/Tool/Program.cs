using Qiansi.Tool.Commands;

namespace Qiansi.Tool;

/// <summary>The <c>nb</c> command.</summary>
internal static class Program
{
    /// <summary>Runs a command and returns its exit code (<see cref="ExitCode"/>).</summary>
    /// <remarks>Front ends start kernels with exactly these arguments. That path loads neither the command line's parser nor the console's
    /// library, which would cost a kernel a third of its start.</remarks>
    public static int Main(string[] args) =>
        args is ["kernel", "--connection-file", { Length: > 0 } file] && file[0] != '-' ? KernelEntry.Run(file) : CommandLine.Run(args);
}
