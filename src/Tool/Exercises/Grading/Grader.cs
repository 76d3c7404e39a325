using System.Globalization;
using Qiansi.Documents;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.KernelSpecs;
using Qiansi.Tool.Exercises.Rubrics;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>Grades notebooks that were handed in: runs each from first cell to last and reads what its checks report.
/// The files are not changed.</summary>
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
        if (file.Problem is { } problem) return graded with { Failure = problem };
        try
        {
            var notebook = Notebook.Load(file.Path);
            var places = notebook.Cells.Index().ToDictionary(c => c.Item, c => c.Index + 1);
            var original = file.Source?.Load();
            var submission = original is null ? new([], []) : Submission.Restore(notebook, original, file.Source!.Name);
            var guard = original is null ? null : new NameGuard(original, file.Source!.Name, submission.Written);
            var parts = GradeMetadata.OfAll(notebook, file.Path);
            var projects = OpenProjects.Of(notebook, parts, original is null ? null : [.. submission.Written], places);
            if (!parts.Any(p => p.Grade.IsGraded) && projects.Exercises.Count == 0)
                return graded with
                {
                    Failure = "there is no check in it: no cell has nbgrader metadata with \"grade\": true, and none a rubric"
                };
            var isChecked =
                parts.Where(p => p.Grade.IsCheck && p.Cell.Kind == CellKind.Code && (p.Cell.Language ?? notebook.Language) == "csharp");
            var checks = isChecked.ToDictionary(p => p.Cell, p => (p.Cell.Source, Graded: GradedCheck.Of(p.Cell.Source)));
            foreach (var (cell, check) in checks) cell.Source = check.Graded.Source;
            var incidents = new List<(CellReport Cell, string What)>();
            var reports = await RunAsync(file.Path, notebook, incidents);
            foreach (var (cell, check) in checks) cell.Source = check.Source;
            return graded with
            {
                Exercises = [.. parts.Where(p => p.Grade.IsGraded).Select(p => Score(p.Cell, p.Grade)), .. projects.Exercises],
                Remarks =
                [
                    .. submission.Remarks, .. projects.Remarks, .. guard?.Remarks() ?? [],
                    .. incidents.Select(i => Remark(i.Cell, i.What)),
                ],
            };

            GradedExercise Score(Cell cell, GradeMetadata grade)
            {
                var isCSharp = checks.TryGetValue(cell, out var check);
                var score = CellScore.Of(cell, grade, reports.GetValueOrDefault(cell), check.Graded?.Ticket);
                if (score.Status == "manual") return score;
                if (isCSharp && guard?.Problem(cell.Code) is { } shadowed)
                    return score with { Points = 0, Status = "failed", Problems = [shadowed] };
                if (score.Status == "done") return score;
                var errors = AnswerErrors(notebook, cell, parts, reports).ToList();
                // What a check fails of when an answer did not compile is only the consequence.
                return score with { Problems = errors.Count > 0 && score.Status == "failed" ? errors : [.. errors, .. score.Problems] };
            }
        }
        catch (DocumentException e)
        {
            return graded with
            {
                Failure = e.Message.StartsWith(file.Path + ": ", StringComparison.Ordinal)
                ? e.Message[(file.Path.Length + 2)..] : e.Message
            };
        }
        catch (Exception e) when (e is KernelSpecException or KernelStartException)
        {
            return graded with { Failure = e.Message };
        }
    }

    /// <summary>How cells between the check before and this one failed: the cause, where the check can only show the consequence.</summary>
    private static IEnumerable<string> AnswerErrors(
        Notebook notebook, Cell check, IReadOnlyList<(Cell Cell, GradeMetadata Grade)> parts, Dictionary<Cell, CellReport> reports)
    {
        var checks = parts.Where(p => p.Grade.IsCheck).Select(p => p.Cell).ToHashSet();
        var before = notebook.Cells.TakeWhile(c => c != check).Reverse().TakeWhile(c => !checks.Contains(c)).Reverse();
        foreach (var cell in before)
        {
            if (reports.GetValueOrDefault(cell) is not { Outcome: CellOutcome.Failed, Error: { } error }) continue;
            var grade = parts.FirstOrDefault(p => p.Cell == cell).Grade;
            yield return $"{(grade is null ? $"the cell '{CellTitle.Of(cell)}'" : $"the answer {grade.Id}")}: {CellScore.ErrorLine(error)}";
        }
    }

    /// <summary>Runs all cells; after a cell that ended the kernel runs the others again without it,
    /// so that one exercise does not cost the rest.</summary>
    private async Task<Dictionary<Cell, CellReport>> RunAsync(
        string path, Notebook notebook, List<(CellReport Cell, string What)> incidents)
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
                foreach (var slow in ran.Values.Where(c => c.Outcome == CellOutcome.TimedOut && !fatal.ContainsKey(c.Cell)))
                    incidents.Add((slow, "ran longer than it may"));
                return ran;
            }

            fatal[culprit.Cell] = culprit;
            culprit.Cell.Tags = [.. culprit.Cell.Tags, SkipTag];
            incidents.Add((culprit, "ended the kernel; the others were run without it"));
        }
    }

    private static string Remark(CellReport cell, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"code cell {cell.Number} ({cell.Title}) {what}");
}
