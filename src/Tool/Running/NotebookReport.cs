
namespace Qiansi.Tool.Running;

/// <summary>What became of one notebook in a run.</summary>
/// <param name="Path">The file, as the person named it.</param>
/// <param name="Started">When the run began.</param>
internal sealed record NotebookReport(string Path, DateTimeOffset Started)
{
    /// <summary>The values that its parameters had from outside.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>Its code cells, in order; empty when it could not be read.</summary>
    public IReadOnlyList<CellReport> Cells { get; init; } = [];

    /// <summary>How long it took, the kernel's start included.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What went wrong outside of its cells (the file, a parameter, the kernel's start, writing); null when nothing did.</summary>
    public RunFailure? Failure { get; init; }

    /// <summary>Files that were written.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];

    /// <summary>The exit code that says the same.</summary>
    public int ExitCode => Tool.ExitCode.Gravest(Cells.Select(c => CodeOf(c.Outcome)).Append(Failure?.ExitCode ?? Tool.ExitCode.Ok));

    private static int CodeOf(CellOutcome outcome) => outcome switch
    {
        CellOutcome.Failed => Tool.ExitCode.CellFailed,
        CellOutcome.TimedOut => Tool.ExitCode.TimedOut,
        CellOutcome.Interrupted => Tool.ExitCode.Interrupted,
        CellOutcome.KernelDied => Tool.ExitCode.KernelDied,
        _ => Tool.ExitCode.Ok,
    };
}

/// <summary>What went wrong outside of a notebook's cells.</summary>
/// <param name="Message">What, and the way out.</param>
/// <param name="ExitCode">One of <see cref="Tool.ExitCode"/>.</param>
internal sealed record RunFailure(string Message, int ExitCode);
