using System.Runtime.InteropServices;

namespace Qiansi.Metrics.Sampling;

/// <summary>Threads that watch: they give way to the cells' own work, belong to no cell, and do not keep the process.</summary>
internal static partial class BackgroundThread
{
    private const int Niceness = 10;
    private const int StackSize = 512 * 1024;

    /// <summary>Starts one.</summary>
    public static Thread Start(string name, Action run)
    {
        var thread = new Thread(Watch, StackSize) { IsBackground = true, Name = name, Priority = ThreadPriority.BelowNormal };

        // What flows along would be the cell that started it: its output, and its interrupts.
        thread.UnsafeStart();
        return thread;

        void Watch()
        {
            GiveWay();
            run();
        }
    }

    /// <summary>The runtime passes no priorities on to Linux, where a thread has a niceness of its own.</summary>
    private static void GiveWay()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = SetPriority(0, GetThreadId(), Niceness);
        }
        catch (EntryPointNotFoundException)
        {
            // An older C library; the thread then has the priority of all others.
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int niceness);

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int GetThreadId();
}
