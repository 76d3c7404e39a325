namespace Qiansi.Snl.Tm;

/// <summary>Why a machine stopped.</summary>
public enum StopReason
{
    /// <summary>It has not started, or a step is done.</summary>
    Ready,

    /// <summary>The program ended.</summary>
    Halted,

    /// <summary>It cannot go on; see <see cref="TmMachine.Fault"/>.</summary>
    Faulted,

    /// <summary>The next instruction has a breakpoint.</summary>
    Breakpoint,

    /// <summary>A watched word of memory changed; see <see cref="TmMachine.LastEffect"/>.</summary>
    Watch,

    /// <summary>The instructions allowed are used up.</summary>
    Budget,

    /// <summary>The token asked it to stop.</summary>
    Cancelled,
}
