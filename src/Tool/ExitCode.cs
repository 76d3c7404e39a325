namespace Qiansi.Tool;

/// <summary>The exit codes of <c>nb</c>.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Ok = 0;

    /// <summary>A cell failed, or outputs differ.</summary>
    public const int CellFailed = 1;

    /// <summary>A file, an argument or a parameter cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>The kernel did not start, or its process died.</summary>
    public const int KernelDied = 3;

    /// <summary>A cell ran longer than it may.</summary>
    public const int TimedOut = 4;

    /// <summary>Interrupted by Ctrl+C or a signal, as shells have it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>From gravest to lightest.</summary>
    private static readonly int[] Gravity = [Interrupted, KernelDied, TimedOut, BadInput, CellFailed, Ok];

    /// <summary>The gravest of several: interrupted, kernel died, timed out, bad input, cell failed.</summary>
    public static int Gravest(IEnumerable<int> codes) => codes.DefaultIfEmpty(Ok).MinBy(c => Array.IndexOf(Gravity, c));
}
