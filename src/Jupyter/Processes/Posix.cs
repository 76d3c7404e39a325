using System.Runtime.InteropServices;

namespace Qiansi.Jupyter.Processes;

/// <summary>The few system calls for processes that .NET has no method for.</summary>
internal static class Posix
{
    public const int SigInt = 2;
    public const int SigKill = 9;
    public const int SigTerm = 15;

    /// <summary>Sends a signal to a process, or with a negative id to a process group.</summary>
    /// <returns>False when there is no such process (or it is not ours).</returns>
    public static bool Kill(int pid, int signal) => kill(pid, signal) == 0;

    /// <summary>Process id of this process's parent; 1 when the parent has died (without a subreaper).</summary>
    public static int ParentId => getppid();

    /// <summary>Process group of a process, or -1.</summary>
    public static int GroupOf(int pid) => getpgid(pid);

    /// <summary>The name of a signal that ends processes: <c>SIGKILL</c>.</summary>
    public static string NameOf(int signal) => signal switch
    {
        1 => "SIGHUP",
        2 => "SIGINT",
        3 => "SIGQUIT",
        4 => "SIGILL",
        6 => "SIGABRT",
        7 => OperatingSystem.IsMacOS() ? "SIGEMT" : "SIGBUS",
        8 => "SIGFPE",
        9 => "SIGKILL",
        10 when OperatingSystem.IsMacOS() => "SIGBUS",
        11 => "SIGSEGV",
        13 => "SIGPIPE",
        14 => "SIGALRM",
        15 => "SIGTERM",
        _ => $"signal {signal}",
    };

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int pid, int signal);

    [DllImport("libc")]
    private static extern int getppid();

    [DllImport("libc")]
    private static extern int getpgid(int pid);
}
