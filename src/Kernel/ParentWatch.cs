using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Win32.SafeHandles;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Processes;

namespace Qiansi.Kernel;

/// <summary>Notices that the program which started the kernel has died, so that no kernel outlives its front end unseen.</summary>
/// <remarks><c>JPY_PARENT_PID</c> holds the starter's process id on Unix and an inherited handle on Windows;
/// <c>QIANSI_PARENT_PID</c> an id everywhere.</remarks>
internal static class ParentWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Starts watching when the environment names a parent.</summary>
    public static void Start(Action died)
    {
        var byId = Number("QIANSI_PARENT_PID");
        var jupyters = Number("JPY_PARENT_PID");
        Action? wait = null;
        if (OperatingSystem.IsWindows())
        {
            if (byId is { } id) wait = () => WaitForProcess((int)id);
            else if (jupyters is { } handle) wait = () => WaitForHandle((nint)handle);
        }
        else if ((byId ?? jupyters) is { } id)
        {
            wait = () => Poll((int)id);
        }
        if (wait is null) return;
        new Thread(() =>
        {
            wait();
            died();
        }, 128 * 1024)
        { IsBackground = true, Name = "parent-watch" }.Start();
    }

    private static void Poll(int pid)
    {
        // An id of another namespace (a container) cannot be watched; then our own parent's death is what is left to go by.
        var startedAt = StartTime(pid);
        var isVisible = startedAt is not null || Posix.Kill(pid, 0);
        var ownParent = Posix.ParentId;
        while (true)
        {
            Thread.Sleep(Interval);
            var isAlive = isVisible
                ? StartTime(pid) is { } now ? now == startedAt : !OperatingSystem.IsLinux() && Posix.Kill(pid, 0)
                : Posix.ParentId == ownParent;
            if (!isAlive) return;
        }
    }

    /// <summary>When a process was started, in clock ticks, so that another that was given its id is not mistaken for it;
    /// null when it is gone, a zombie, or this is not Linux.</summary>
    private static string? StartTime(int pid)
    {
        if (!OperatingSystem.IsLinux()) return null;
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            // The second field, the program's name in parentheses, may hold anything; state is the first after it,
            // start time the twentieth (proc(5)).
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static void WaitForProcess(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.WaitForExit();
        }
        catch (Exception e) when (e is ArgumentException or Win32Exception)
        {
            // It is gone already.
        }
    }

    private static void WaitForHandle(nint handle)
    {
        using var process = new ManualResetEvent(false);
        process.SafeWaitHandle.Dispose();
        process.SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: false);
        process.WaitOne();
    }

    private static long? Number(string variable) =>
        long.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) && number > 0
            ? number : null;
}
