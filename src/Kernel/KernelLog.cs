using System.Text;
using Qiansi.Jupyter;

namespace Qiansi.Kernel;

/// <summary>The kernel's own log: the process's real error stream, which front ends show in their terminal.
/// Cells write to theirs, not here.</summary>
internal static class KernelLog
{
    private const int DroppedWindowMilliseconds = 10_000;
    private const int DroppedInWindow = 20;

    private static readonly Lock Gate = new();
    private static long s_windowStart = -DroppedWindowMilliseconds;
    private static int s_dropped;

    /// <summary>A message was dropped. What floods a socket must not flood the log: of many only the first are told one by one.</summary>
    public static void WriteDropped(string channel, string why)
    {
        lock (Gate)
        {
            var now = Environment.TickCount64;
            if (now - s_windowStart > DroppedWindowMilliseconds)
            {
                if (s_dropped > DroppedInWindow) Write($"{s_dropped - DroppedInWindow} more messages were dropped.");
                (s_windowStart, s_dropped) = (now, 0);
            }
            if (++s_dropped <= DroppedInWindow) Write($"{channel}: dropped a message: {why}");
        }
    }

    public static void Write(string line)
    {
        try
        {
            lock (Gate)
            {
                using var stream = Console.OpenStandardError();
                stream.Write(Encoding.UTF8.GetBytes($"[qiansi] {line}\n"));
            }
        }
        catch (IOException)
        {
            // Nobody reads the log any more, which is no reason for the kernel to fail.
        }
    }
}
