using Qiansi.Documents;
using Qiansi.Documents.Comparing;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.KernelSpecs;
using Qiansi.Tool.Progress;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Verification;

/// <summary>Runs notebooks again and compares.</summary>
internal sealed class NotebookVerifier(NotebookRunner runner, RunProgress progress, ComparisonTolerance tolerance)
{
    /// <summary>Runs a copy of the notebook in memory and compares each cell that ran; the file is not changed.
    /// What goes wrong with the file is in the answer.</summary>
    public async Task<Verification> VerifyAsync(string path)
    {
        var report = new NotebookReport(path, DateTimeOffset.Now);
        var differences = new List<CellDifference>();
        var hasOutputs = true;
        try
        {
            var (stored, fresh) = (Notebook.Load(path), Notebook.Load(path));
            hasOutputs = stored.Cells.Exists(c => c.Outputs.Count > 0);
            report = await runner.RunAsync(path, fresh);
            var before = fresh.Cells.Zip(stored.Cells).ToDictionary(pair => pair.First, pair => pair.Second);
            var comparer = new OutputComparer(tolerance);
            foreach (var cell in report.Cells.Where(c => c.GoesOn && c.Outcome != CellOutcome.Skipped))
            {
                if (comparer.Compare(before[cell.Cell], cell.Cell) is { Count: > 0 } found) differences.Add(new(cell, found));
            }
        }
        catch (Exception e) when (e is DocumentException or KernelSpecException)
        {
            report = report with { Failure = new(e.Message, ExitCode.BadInput) };
        }
        catch (KernelStartException e)
        {
            report = report with { Failure = new(e.Message, ExitCode.KernelDied) };
        }

        progress.End(report);
        return new(report, differences, hasOutputs);
    }
}
