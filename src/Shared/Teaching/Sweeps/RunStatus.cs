namespace Qiansi.Teaching.Sweeps;

/// <summary>The words for how far a run is.</summary>
internal static class RunStatus
{
    /// <summary>It has not begun.</summary>
    public const string Pending = "pending";

    /// <summary>It waits in a scheduler's queue.</summary>
    public const string Queued = "queued";

    /// <summary>It has begun.</summary>
    public const string Running = "running";

    /// <summary>All cells ran.</summary>
    public const string Ok = "ok";

    /// <summary>A cell failed.</summary>
    public const string Failed = "failed";

    /// <summary>A cell ran longer than it may.</summary>
    public const string TimedOut = "timed out";

    /// <summary>The kernel did not start, or died.</summary>
    public const string KernelDied = "kernel died";

    /// <summary>A file or a parameter could not be used.</summary>
    public const string BadInput = "bad input";

    /// <summary>The person or the scheduler stopped it.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>Its process ended without a word: killed, out of memory, the machine gone.</summary>
    public const string Lost = "lost";

    /// <summary>It ran other cells than the notebook has now.</summary>
    public const string Outdated = "outdated";

    /// <summary>Whether it ended by itself and did not succeed; it is run again only when the person asks for it.</summary>
    public static bool IsFailure(string status) => status is Failed or TimedOut or KernelDied or BadInput;
}
