using System.Globalization;
using Qiansi.Documents;
using Qiansi.Tool.Exercises.Grading;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Exercises.Rubrics;

/// <summary>The open exercises of a notebook that was handed in: rubrics, with what the student wrote.</summary>
/// <param name="Exercises">One for each rubric.</param>
/// <param name="Remarks">What the teacher should know of the rubrics.</param>
internal sealed record OpenProjects(IReadOnlyList<GradedExercise> Exercises, IReadOnlyList<string> Remarks)
{
    /// <summary>Reads them.</summary>
    /// <param name="notebook">The notebook in the order in which it is run.</param>
    /// <param name="parts">Its graded cells and answers; a rubric in a graded cell is that cell's own business.</param>
    /// <param name="written">What the student wrote; null when there is no original to tell it by.</param>
    /// <param name="places">Each cell's place in the file, from 1.</param>
    public static OpenProjects Of(Notebook notebook, IReadOnlyList<(Cell Cell, GradeMetadata Grade)> parts, HashSet<Cell>? written,
        IReadOnlyDictionary<Cell, int> places)
    {
        var graded = parts.Select(p => p.Cell).ToHashSet();
        var rubrics = RubricReader.Of(notebook.Cells.Where(c => !graded.Contains(c) && written?.Contains(c) != true));
        var isWritten = written is not null ? c => written.Contains(c) && !graded.Contains(c) : BehindRubrics(notebook, rubrics, graded);
        var answers = new ProjectAnswers(rubrics, places).Of(notebook.Cells, isWritten);
        return new(
            [.. rubrics.Select(r => new GradedExercise(r.Rubric.Id, r.Rubric.Points)
            {
                Status = answers.Contains(r.Rubric.Id) ? "manual" : "not-done",
                Rubric = r.Rubric,
                Written = [.. answers[r.Rubric.Id]],
            })],
            [.. rubrics.Where(r => r.Rubric.Stated is { } stated && stated != r.Rubric.Points).Select(r => string.Create(
                CultureInfo.InvariantCulture,
                $"the rubric of {r.Rubric.Id} says {r.Rubric.Stated} points, its rows have {r.Rubric.Points}"))]);
    }

    /// <summary>Without an original: what stands behind a rubric, up to the next heading of a section.</summary>
    private static Func<Cell, bool> BehindRubrics(
        Notebook notebook, IReadOnlyList<(Cell Cell, Rubric Rubric)> rubrics, HashSet<Cell> graded)
    {
        var (own, isBehind) = (new HashSet<Cell>(), false);
        foreach (var cell in notebook.Cells)
        {
            if (rubrics.Any(r => r.Cell == cell)) isBehind = true;
            else if (cell.Kind == CellKind.Markdown && CellTitle.Of(cell).StartsWith("## ", StringComparison.Ordinal)) isBehind = false;
            else if (isBehind && !graded.Contains(cell)) own.Add(cell);
        }

        return own.Contains;
    }
}
