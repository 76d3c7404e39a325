using System.Diagnostics;
using System.Globalization;

namespace Qiansi.Jupyter.Client;

/// <summary>A shell that waits for this process's end, however that comes, and then ends a kernel with its
/// children and removes its folder.</summary>
/// <remarks>Our own kernel and ipykernel watch their starter themselves, as far as they can see it; others do not.
/// The shell reads from a pipe that only this process holds open: the system closes it even when this process is killed.</remarks>
internal sealed class GroupReaper : IDisposable
{
    private const string Script = """read -r _; kill -s KILL -- "$1" 2>/dev/null; rm -rf -- "$2" """;
    private readonly Process _shell;

    private GroupReaper(Process shell) => _shell = shell;

    /// <summary>Starts it; null on Windows, which has neither groups nor this shell.</summary>
    /// <param name="pid">The kernel's process.</param>
    /// <param name="hasGroup">Whether that leads a group of its own.</param>
    /// <param name="folder">The folder of its connection file.</param>
    public static GroupReaper? Start(int pid, bool hasGroup, string folder)
    {
        if (OperatingSystem.IsWindows()) return null;
        var target = string.Create(CultureInfo.InvariantCulture, $"{(hasGroup ? "-" : "")}{pid}");
        string[] command = ["/bin/sh", "-c", Script, "qiansi-reaper", target, folder];
        // In a session of its own when the kernel is: a terminal's Ctrl+C must not end it.
        var start = new ProcessStartInfo(
            hasGroup ? "/usr/bin/setsid" : command[0], hasGroup ? command : command[1..])
        { RedirectStandardInput = true };
        return new(Process.Start(start)!);
    }

    /// <summary>Calls it off: the kernel has ended, or is about to be ended.</summary>
    public void Dispose()
    {
        _shell.Kill();
        _shell.WaitForExit();
        _shell.Dispose();
    }
}
