using System.Text;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>Scores as a table (RFC 4180): a row a student, a column an exercise.</summary>
internal static class ScoreCsv
{
    /// <summary>The whole file. An exercise that a student's notebooks do not have stays empty,
    /// as does one that a person has to read.</summary>
    public static string Of(IReadOnlyList<GradedNotebook> all)
    {
        var students = all.GroupBy(g => g.Student).ToList();
        var severalEach = students.Exists(s => s.Count() > 1);
        var columns = all.SelectMany(g => g.Exercises.Select(e => Column(g, e))).Distinct().ToList();
        var csv = new StringBuilder();
        Row(csv, ["student", "points", "max_points", "percent", "manual_points", .. columns, "remarks"]);
        foreach (var student in students)
        {
            var (points, most) = (student.Sum(g => g.Points), student.Sum(g => g.MaxPoints));
            var cells = student.SelectMany(g => g.Exercises.Select(e => (Column: Column(g, e), e.Points)))
                .ToLookup(p => p.Column, p => p.Points);
            var remarks = student.SelectMany(g => g.Failure is null ? g.Remarks : ["not graded: " + g.Failure]);
            Row(csv,
            [
                student.Key, ScoreText.Number(points), ScoreText.Number(most), most > 0 ? ScoreText.Number(100 * points / most) : "",
                ScoreText.Number(student.Sum(g => g.ManualPoints)),
                .. columns.Select(c => cells[c].FirstOrDefault() is { } p ? ScoreText.Number(p) : ""),
                string.Join("; ", remarks),
            ]);
        }

        return csv.ToString();

        string Column(GradedNotebook g, GradedExercise e) => severalEach ? $"{Path.GetFileNameWithoutExtension(g.Path)}/{e.Id}" : e.Id;
    }

    /// <summary>Adds a line.</summary>
    public static void Row(StringBuilder csv, IEnumerable<string> fields) => csv.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    /// <summary>A field, in quotes where needed. What a spreadsheet would take for a formula gets an apostrophe in front:
    /// file names are the students' to choose.</summary>
    private static string Field(string text)
    {
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]) text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
