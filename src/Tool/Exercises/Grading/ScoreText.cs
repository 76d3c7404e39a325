using System.Globalization;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>Scores for a person.</summary>
internal static class ScoreText
{
    /// <summary>One notebook: its score, and below it each exercise with what is wrong.</summary>
    public static IEnumerable<string> Lines(GradedNotebook graded)
    {
        if (graded.Failure is { } failure)
        {
            yield return $"{graded.Path}: not graded: {failure}";
            yield break;
        }

        yield return $"{graded.Path}: {Score(graded.Points, graded.MaxPoints, graded.ManualPoints)}";
        var width = graded.Exercises.Max(e => e.Id.Length);
        foreach (var exercise in graded.Exercises)
        {
            var mark = exercise.Status switch { "done" => '✓', "not-done" => '○', "manual" => '?', "given" => '•', _ => '✗' };
            var points = exercise is { Rubric: not null, Status: "not-done" } ? $"nothing written, {Points(exercise.MaxPoints)}"
                : exercise.Points is { } p ? $"{Number(p)} of {Number(exercise.MaxPoints)}"
                : $"to be read, {Points(exercise.MaxPoints)}";
            yield return $"  {mark} {exercise.Id.PadRight(width)}  {points}{(exercise.Problems is [var only] ? "  " + only : "")}";
            foreach (var problem in exercise.Problems.Count > 1 ? exercise.Problems : []) yield return $"      {problem}";
            foreach (var line in Rubric(exercise)) yield return $"      {line}";
        }

        foreach (var remark in graded.Remarks) yield return $"  note: {remark}";
    }

    /// <summary>A line for each student, best first, when there are several; else nothing.</summary>
    public static IEnumerable<string> Summary(IReadOnlyList<GradedNotebook> all)
    {
        var students = all.GroupBy(g => g.Student).ToList();
        if (students.Count < 2) yield break;
        yield return "";
        var width = students.Max(s => s.Key.Length);
        foreach (var student in students.OrderByDescending(s => s.Sum(g => g.Points)).ThenBy(s => s.Key, StringComparer.Ordinal))
        {
            var broken = student.Count(g => g.Failure is not null);
            yield return $"{student.Key.PadRight(width)}  "
                + $"{Score(student.Sum(g => g.Points), student.Sum(g => g.MaxPoints), student.Sum(g => g.ManualPoints))}"
                + $"{(broken > 0 ? string.Create(CultureInfo.InvariantCulture, $", {broken} not graded") : "")}";
        }
    }

    /// <summary>What a person looks for, and where to look; only when the student wrote something.</summary>
    private static IEnumerable<string> Rubric(GradedExercise exercise)
    {
        if (exercise.Rubric is not { } rubric || exercise.Status == "not-done") yield break;
        yield return rubric.Title;
        for (var i = 0; i < rubric.Rows.Count; i++)
        {
            var given = exercise.Given.ElementAtOrDefault(i);
            var points = given?.Points is { } p ? $"{Number(p)} of {Number(rubric.Rows[i].Points)}" : Number(rubric.Rows[i].Points);
            yield return $"{i + 1}. {rubric.Rows[i].What} ({points}){(given?.Comment is { Length: > 0 } comment ? ": " + comment : "")}";
        }

        foreach (var cell in exercise.Written) yield return $"in cell {cell.Number} ({cell.Kind}): {cell.Title}";
    }

    private static string Points(double points) => $"{Number(points)} {(points == 1 ? "point" : "points")}";

    /// <summary><c>7.5 of 10 points (75 %)</c>.</summary>
    private static string Score(double points, double most, double manual)
    {
        var share = most > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({100 * points / most:0} %)") : "";
        return $"{Number(points)} of {Number(most)} points{share}{(manual > 0 ? $", {Number(manual)} more for a person to give" : "")}";
    }

    /// <summary>Points, with at most two decimals.</summary>
    public static string Number(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);
}
