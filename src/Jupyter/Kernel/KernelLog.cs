using System.Text;

namespace Qiansi.Jupyter.Kernel;

/// <summary>The kernel's own log: the process's real error stream, which front ends show in their terminal. Cells write to theirs, not here.</summary>
internal static class KernelLog
{
    private static readonly Lock Gate = new();

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
