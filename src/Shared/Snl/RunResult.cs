using Qiansi.Snl.Tm;

namespace Qiansi.Snl;

/// <summary>How a run of a program ended.</summary>
/// <param name="Reason">Why it ended.</param>
/// <param name="Fault">What stopped it, when the reason is <see cref="StopReason.Faulted"/>.</param>
/// <param name="Executed">Instructions the Tiny Machine executed; 0 for the IL backend.</param>
public sealed record RunResult(StopReason Reason, TmFault? Fault, long Executed);
