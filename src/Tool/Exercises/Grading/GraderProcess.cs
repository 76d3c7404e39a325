using System.Globalization;
using System.Runtime.InteropServices;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>Keeps what the grader knows from the processes that run submissions, which have its rights: its memory, files and environment,
/// and its command line, which names the originals.</summary>
/// <remarks>Linux only; elsewhere nothing is hidden. Another user or a container is the wall; this closes the open windows.</remarks>
internal static class GraderProcess
{
    private const int SetDumpable = 4;
    private const int FirstArgument = 45;

    /// <summary>Hides this process from processes of the same user, from now on.</summary>
    public static void Hide()
    {
        if (!OperatingSystem.IsLinux()) return;
        // proc_pid_stat(5): after the name in brackets come fields 3 and up; 48 and 49 are where the arguments begin and end in memory.
        var status = File.ReadAllText("/proc/self/stat");
        var fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
        var (start, end) = (Address(fields[FirstArgument]), Address(fields[FirstArgument + 1]));
        if (start != 0 && end > start) Marshal.Copy(new byte[end - start], 0, (nint)start, (int)(end - start));
        if (Control(SetDumpable, 0, 0, 0, 0) == 0) return;
        var error = Marshal.GetLastPInvokeError();
        throw new InvalidOperationException($"The grader cannot hide from submissions: prctl fails with error {error}.");
    }

    private static long Address(string field) => long.Parse(field, CultureInfo.InvariantCulture);

    [DllImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static extern int Control(int option, nuint a, nuint b, nuint c, nuint d);
}
