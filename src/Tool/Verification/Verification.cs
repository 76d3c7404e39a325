using Qiansi.Documents.Comparing;
using Qiansi.Tool.Reports;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Verification;

/// <summary>What a cell put out otherwise than before.</summary>
/// <param name="Cell">The cell, as it ran now.</param>
/// <param name="Differences">At least one.</param>
internal sealed record CellDifference(CellReport Cell, IReadOnlyList<OutputDifference> Differences);

/// <summary>What came of verifying a notebook.</summary>
/// <param name="Run">The run.</param>
/// <param name="Differences">The cells that differ, in order.</param>
/// <param name="HasStoredOutputs">Whether the file held any outputs to compare with.</param>
internal sealed record Verification(NotebookReport Run, IReadOnlyList<CellDifference> Differences, bool HasStoredOutputs)
{
    /// <summary>The exit code that says the same.</summary>
    public int ExitCode => Tool.ExitCode.Gravest([Run.ExitCode, Differences.Count > 0 ? Tool.ExitCode.CellFailed : Tool.ExitCode.Ok]);

    /// <summary>The answer for a person: the cells that differ with what differs, then a line about the notebook.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            foreach (var (cell, differences) in Differences)
            {
                yield return $"{Run.Path}: cell {cell.Number} differs: {cell.Title}";
                foreach (var difference in differences)
                    foreach (var line in PlainText.Of(difference.ToString()).TrimEnd('\n').Split('\n')) yield return $"      {line}";
            }

            var compared = Run.Cells.Count(c => c.GoesOn && c.Outcome != CellOutcome.Skipped);
            if (Differences.Count > 0 && !HasStoredOutputs)
                yield return $"{Run.Path}: the file holds no outputs to compare with. Store them first: nb run {Run.Path} --inplace";
            else if (Differences.Count > 0)
                yield return $"{Run.Path}: {Differences.Count} of {compared} cells differ";
            else if (compared > 0)
                yield return $"{Run.Path}: {(compared == 1 ? "1 cell is" : $"{compared} cells are")} as "
                    + $"stored{(compared < Run.Cells.Count ? $", {Run.Cells.Count - compared} not compared" : "")}";
        }
    }
}
