using System.Globalization;
using System.Text;
using Qiansi.Tool.Exercises.Grading;

namespace Qiansi.Tool.Exercises.Rubrics;

/// <summary>The table in which a teacher enters points: a line for each row of a rubric, for each student who wrote something.</summary>
internal static class RubricForm
{
    /// <summary>Its columns; those that name the row, and <c>points</c>, are read back.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["student", "notebook", "exercise", "row", "what", "max_points", "points", "comment", "written"];

    /// <summary>The whole file (RFC 4180). Points that were given already stand in it.</summary>
    public static string Of(IReadOnlyList<GradedNotebook> all)
    {
        var csv = new StringBuilder();
        ScoreCsv.Row(csv, Columns);
        foreach (var graded in all)
        {
            foreach (var exercise in graded.Exercises.Where(e => e.IsReadByPerson && e.Status != "not-done"))
            {
                for (var i = 0; i < exercise.Rows.Count; i++)
                {
                    var given = exercise.Given.ElementAtOrDefault(i);
                    ScoreCsv.Row(csv,
                    [
                        graded.Student, Path.GetFileName(graded.Path), exercise.Id, (i + 1).ToString(CultureInfo.InvariantCulture),
                        exercise.Rows[i].What, ScoreText.Number(exercise.Rows[i].Points),
                        given?.Points is { } points ? ScoreText.Number(points) : "", given?.Comment ?? "",
                        string.Join("; ", exercise.Written.Select(w => string.Create(CultureInfo.InvariantCulture, $"cell {w.Number}"))),
                    ]);
                }
            }
        }

        return csv.ToString();
    }
}
