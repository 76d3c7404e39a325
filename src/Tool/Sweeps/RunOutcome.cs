using Qiansi.Teaching.Sweeps;

namespace Qiansi.Tool.Sweeps;

/// <summary>The statuses of runs as exit codes, and back.</summary>
internal static class RunOutcome
{
    /// <summary>The status of a run that ended with an exit code.</summary>
    public static string StatusOf(int exitCode) => exitCode switch
    {
        ExitCode.Ok => RunStatus.Ok,
        ExitCode.CellFailed => RunStatus.Failed,
        ExitCode.TimedOut => RunStatus.TimedOut,
        ExitCode.KernelDied => RunStatus.KernelDied,
        ExitCode.Interrupted => RunStatus.Interrupted,
        _ => RunStatus.BadInput,
    };

    /// <summary>The exit code that says as much as a status; 0 of runs that have not ended.</summary>
    public static int CodeOf(string status) => status switch
    {
        RunStatus.Failed => ExitCode.CellFailed,
        RunStatus.TimedOut => ExitCode.TimedOut,
        RunStatus.KernelDied or RunStatus.Lost => ExitCode.KernelDied,
        RunStatus.Interrupted => ExitCode.Interrupted,
        RunStatus.BadInput => ExitCode.BadInput,
        _ => ExitCode.Ok,
    };
}
