using System.Globalization;
using System.Text.Json.Nodes;
using Qiansi.Documents;
using Qiansi.Publishing.Slides;
using Qiansi.Tool.Exercises;

namespace Qiansi.Chapters.Lint;

/// <summary>What the chapters with lessons keep to besides: objectives, exercises, questions, further reading, slides.</summary>
internal static class LessonLint
{
    private const int FewestExercises = 5, FewestSlides = 10, FewestQuestions = 3;

    /// <summary>What is wrong; empty when nothing is.</summary>
    public static IEnumerable<string> Problems(Notebook notebook) =>
        Opening(notebook).Concat(Exercises(notebook)).Concat(Closing(notebook)).Concat(Talk(notebook));

    private static IEnumerable<string> Opening(Notebook notebook)
    {
        var opening = string.Join(
            '\n', notebook.Cells.TakeWhile(c => !c.Source.StartsWith("## ", StringComparison.Ordinal)).Select(c => c.Source));
        foreach (var word in (string[])["Objectives", "Prerequisites", "Time"])
            if (!opening.Contains(word, StringComparison.OrdinalIgnoreCase)) yield return $"nothing before the first section says '{word}'";
    }

    private static IEnumerable<string> Exercises(Notebook notebook)
    {
        var checks = GradeMetadata.OfAll(notebook, "the chapter").Where(p => p.Grade.IsCheck)
            .Select(p => notebook.Cells.IndexOf(p.Cell)).ToList();
        if (checks.Count < FewestExercises)
            yield return string.Create(CultureInfo.InvariantCulture, $"there are {checks.Count} exercises; at least {FewestExercises}");
        foreach (var at in checks)
        {
            var (check, grade) = (notebook.Cells[at], GradeMetadata.Of(notebook.Cells[at], "the chapter")!);
            var before = at >= 3 ? notebook.Cells[(at - 3)..at] : [];
            if (before is not [{ Kind: CellKind.Markdown } task, { Kind: CellKind.Code } stub, { Kind: CellKind.Code } solution]
                || !task.Source.StartsWith("### Exercise ", StringComparison.Ordinal) || !stub.HasTag(StudentCopy.StubTag)
                || !solution.HasTag(StudentCopy.SolutionTag)
                || GradeMetadata.Of(solution, "the chapter") is not { IsSolution: true, IsGraded: false })
            {
                yield return $"before the check {grade.Id} there have to be its task (### Exercise …), its stub and its solution";
                continue;
            }

            if (!stub.Source.Contains("NotDone", StringComparison.Ordinal))
                yield return $"the stub of {grade.Id} does not say Exercise.NotDone";
            if (!check.Source.Contains("Exercise.Check(", StringComparison.Ordinal))
                yield return $"the check {grade.Id} does not call Exercise.Check";
            if (PointsOf(check) is { } points && points != grade.Points)
                yield return $"the check {grade.Id} is worth {grade.Points} by its metadata, {points} by its checks";
        }
    }

    /// <summary>What the stored output says the checks are worth; null when the cell has not run.</summary>
    private static double? PointsOf(Cell check) =>
        check.Outputs.OfType<DisplayOutput>().Select(o => o.Data["application/vnd.qiansi.exercise+json"]).OfType<string>()
            .Select(json => (double?)JsonNode.Parse(json)!["max_points"]).LastOrDefault();

    private static IEnumerable<string> Closing(Notebook notebook)
    {
        var sections = new Dictionary<string, List<Cell>>(StringComparer.OrdinalIgnoreCase);
        var section = "";
        foreach (var cell in notebook.Cells)
        {
            if (cell.Source.StartsWith("## ", StringComparison.Ordinal)) section = cell.Source[3..].Split('\n')[0].Split('(')[0].Trim();
            if (!sections.TryGetValue(section, out var cells)) sections[section] = cells = [];
            cells.Add(cell);
        }

        var questions = sections.GetValueOrDefault("Questions")?.Sum(c => c.Source.Split("<details>").Length - 1) ?? 0;
        if (questions < FewestQuestions)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"the section '## Questions' has {questions} answers in <details>; at least {FewestQuestions}");
        if (!sections.TryGetValue("Further reading", out var reading)
            || !reading.Exists(c => c.Source.Contains("](http", StringComparison.Ordinal)))
            yield return "there is no section '## Further reading' with links";
    }

    private static IEnumerable<string> Talk(Notebook notebook)
    {
        foreach (var cell in notebook.Cells)
            if (cell.Metadata["slideshow"] is not JsonObject slideshow
                || (string?)slideshow["slide_type"] is not ("slide" or "subslide" or "fragment" or "skip" or "notes" or "-"))
                yield return $"cell {cell.Id} has no slideshow.slide_type";
        var slides = Deck.Of(notebook).Columns.Sum(c => c.Count);
        if (slides < FewestSlides)
            yield return string.Create(CultureInfo.InvariantCulture, $"the talk has {slides} slides; at least {FewestSlides}");
    }
}
