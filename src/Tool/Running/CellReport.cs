using Qiansi.Contracts;
using Qiansi.Documents;

namespace Qiansi.Tool.Running;

/// <summary>What became of one code cell in a run.</summary>
/// <param name="Number">1-based place among the notebook's code cells.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Elapsed">How long it ran.</param>
/// <param name="Error">Why it did not run to its end; null when it did, or did not run.</param>
internal sealed record CellReport(int Number, Cell Cell, CellOutcome Outcome, TimeSpan Elapsed, CellError? Error)
{
    /// <summary>The cell's first line that says something, for lists; without control characters.</summary>
    public string Title => CellTitle.Of(Cell);

    /// <summary>Whether the run goes on after the cell.</summary>
    public bool GoesOn => Outcome is CellOutcome.Ok or CellOutcome.FailedAsTagged or CellOutcome.Skipped;
}
