using System.Globalization;
using Qiansi.Engine.Documents;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.KernelSpecs;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>Grades notebooks that were handed in: runs each from first cell to last and reads what its checks report. The files are not changed.</summary>
/// <param name="runner">Runs them; goes on after a cell that fails.</param>
/// <param name="interrupts">The person's wish to stop.</param>
internal sealed class Grader(NotebookRunner runner, InterruptRequests interrupts)
{
    private const string SkipTag = "skip-execution";
    private const int MostRuns = 4;

    /// <summary>Grades one file; what is wrong with it is in the answer.</summary>
    /// <param name="file">The file, and whose it is.</param>
    public async Task<GradedNotebook> GradeAsync(SubmissionFile file)
    {
        var graded = new GradedNotebook(file.Student, file.Path);
        try
        {
            var notebook = Notebook.Load(file.Path);
            var remarks = new List<string>();
            if (file.Source is not null) remarks.AddRange(Submission.Restore(notebook, Notebook.Load(file.Source), file.Source));
            var exercises = GradeMetadata.OfAll(notebook, file.Path).Where(p => p.Grade.IsGraded).ToList();
            if (exercises.Count == 0) return graded with { Failure = "there is no check in it: no cell has nbgrader metadata with \"grade\": true" };
            var reports = await RunAsync(file.Path, notebook, remarks);
            return graded with { Exercises = [.. exercises.Select(p => CellScore.Of(p.Cell, p.Grade, reports.GetValueOrDefault(p.Cell)))], Remarks = remarks };
        }
        catch (DocumentException e)
        {
            return graded with { Failure = e.Message.StartsWith(file.Path + ": ", StringComparison.Ordinal) ? e.Message[(file.Path.Length + 2)..] : e.Message };
        }
        catch (Exception e) when (e is KernelSpecException or KernelStartException)
        {
            return graded with { Failure = e.Message };
        }
    }

    /// <summary>Runs all cells; after a cell that ended the kernel runs the others again without it, so that one exercise does not cost the rest.</summary>
    private async Task<Dictionary<Cell, CellReport>> RunAsync(string path, Notebook notebook, List<string> remarks)
    {
        var fatal = new Dictionary<Cell, CellReport>();
        for (var run = 1; ; run++)
        {
            var report = await runner.RunAsync(path, notebook);
            if (interrupts.IsRequested) throw new OperationCanceledException();
            var ran = report.Cells.Where(c => c.Outcome is not (CellOutcome.NotRun or CellOutcome.Skipped)).ToDictionary(c => c.Cell);
            foreach (var (cell, its) in fatal) ran[cell] = its;
            var culprit = report.Cells.LastOrDefault(c => c.Outcome is CellOutcome.KernelDied or CellOutcome.TimedOut);
            if (culprit is null || run == MostRuns || !report.Cells.Any(c => c.Outcome == CellOutcome.NotRun))
            {
                foreach (var slow in ran.Values.Where(c => c.Outcome == CellOutcome.TimedOut && !fatal.ContainsKey(c.Cell))) remarks.Add(Remark(slow, "ran longer than it may"));
                return ran;
            }

            fatal[culprit.Cell] = culprit;
            culprit.Cell.Tags = [.. culprit.Cell.Tags, SkipTag];
            remarks.Add(Remark(culprit, "ended the kernel; the others were run without it"));
        }
    }

    private static string Remark(CellReport cell, string what) => string.Create(CultureInfo.InvariantCulture, $"code cell {cell.Number} ({cell.Title}) {what}");
}
