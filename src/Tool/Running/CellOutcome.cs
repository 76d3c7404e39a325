namespace Qiansi.Tool.Running;

/// <summary>What became of a code cell in a run.</summary>
internal enum CellOutcome
{
    /// <summary>It ran to its end.</summary>
    Ok,

    /// <summary>It failed, as its tag <c>raises-exception</c> allows.</summary>
    FailedAsTagged,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It ran longer than it may.</summary>
    TimedOut,

    /// <summary>The person interrupted it.</summary>
    Interrupted,

    /// <summary>The kernel's process ended while it ran.</summary>
    KernelDied,

    /// <summary>It is tagged <c>skip-execution</c>.</summary>
    Skipped,

    /// <summary>An earlier cell ended the run.</summary>
    NotRun,
}
