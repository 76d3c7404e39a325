using System.Globalization;
using Microsoft.VisualBasic.FileIO;
using Qiansi.Tool.Exercises.Grading;

namespace Qiansi.Tool.Exercises.Rubrics;

/// <summary>Points that a teacher entered in a <see cref="RubricForm"/>; comma, semicolon or tab between its columns.</summary>
internal sealed class RubricPoints
{
    private readonly Dictionary<(string Student, string Notebook, string Exercise, int Row), (GivenPoints Given, long Line)> _given = [];
    private readonly string _path;

    /// <summary>Reads the file.</summary>
    /// <exception cref="CommandException">It cannot be read, has not the columns, or a line with what is no row or no number.</exception>
    public RubricPoints(string path)
    {
        _path = path;
        try
        {
            using var parser = new TextFieldParser(new StringReader(File.ReadAllText(path))) { HasFieldsEnclosedInQuotes = true };
            var header = (File.ReadLines(path).FirstOrDefault() ?? "").TrimStart('\uFEFF');
            parser.SetDelimiters(header.Contains('\t') ? "\t" : header.Contains(';') ? ";" : ",");
            Read(parser);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or MalformedLineException)
        {
            throw new CommandException($"'{path}' cannot be read as a table of points: {e.Message}");
        }
    }

    /// <summary>The same notebook with the points that were entered for it.</summary>
    /// <exception cref="CommandException">It has an exercise or a row that the notebook does not have, or too many points.</exception>
    public GradedNotebook Apply(GradedNotebook graded)
    {
        if (graded.Failure is not null) return graded;
        var name = Path.GetFileName(graded.Path);
        foreach (var (key, entry) in _given.Where(g => g.Key.Student == graded.Student && g.Key.Notebook == name))
        {
            var exercise = graded.Exercises.FirstOrDefault(e => e.IsReadByPerson && e.Id == key.Exercise) ?? throw Wrong(entry.Line,
                $"{graded.Student}'s {name} has no exercise '{key.Exercise}' for a person to read; it has "
                    + string.Join(", ", graded.Exercises.Where(e => e.IsReadByPerson).Select(e => e.Id)));
            if (key.Row > exercise.Rows.Count)
                throw Wrong(entry.Line, $"{key.Exercise} has {exercise.Rows.Count} rows, there is no row {key.Row}");
            var most = exercise.Rows[key.Row - 1].Points;
            if (entry.Given.Points > most)
                throw Wrong(entry.Line, string.Create(CultureInfo.InvariantCulture,
                    $"{entry.Given.Points} points for row {key.Row} of {key.Exercise}, which is worth {most}"));
        }

        return graded with { Exercises = [.. graded.Exercises.Select(Given)] };

        GradedExercise Given(GradedExercise exercise)
        {
            if (!exercise.IsReadByPerson) return exercise;
            var rows = Enumerable.Range(1, exercise.Rows.Count).Select(
                row => _given.GetValueOrDefault((graded.Student, name, exercise.Id, row)).Given ?? new(null, "")).ToArray();
            var entered = rows.Count(r => r.Points is not null);
            return entered == 0 ? exercise : exercise with
            {
                Given = rows,
                Points = rows.Sum(r => r.Points ?? 0),
                Status = "given",
                Problems = entered == rows.Length ? [] : [$"{entered} of {rows.Length} rows have points"],
            };
        }
    }

    private void Read(TextFieldParser parser)
    {
        var columns = (parser.ReadFields() ?? []).Select(c => c.Trim().TrimStart('\uFEFF').ToLowerInvariant()).ToList();
        if (((string[])["student", "notebook", "exercise", "row", "points"]).FirstOrDefault(c => !columns.Contains(c)) is { } missing)
            throw new CommandException(
                $"'{_path}' has no column '{missing}'.", "nb grade … --points new.csv writes a table with all of them.");
        while (!parser.EndOfData)
        {
            var line = parser.LineNumber;
            var fields = parser.ReadFields() ?? [];
            string Field(string column) =>
                columns.IndexOf(column) is >= 0 and var i && i < fields.Length ? WithoutApostrophe(fields[i].Trim()) : "";
            if (!int.TryParse(Field("row"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row < 1)
                throw Wrong(line, $"the row is '{Field("row")}'; it is a number from 1");
            double? points = null;
            if (Field("points") is { Length: > 0 } text)
            {
                var decimals = text.Replace(',', '.');
                points = double.TryParse(decimals, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    ? number : throw Wrong(line, $"the points are '{text}'; they are a number from 0");
            }

            var key = (Field("student"), Field("notebook"), Field("exercise"), row);
            if (!_given.TryAdd(key, (new(points, Field("comment")), line)))
                throw Wrong(line, $"row {row} of {key.Item3} is there twice for {key.Item1}");
        }
    }

    // The form puts one before what a spreadsheet would take for a formula.
    private static string WithoutApostrophe(string text) => text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;

    private CommandException Wrong(long line, string what) => new($"{_path}, line {line}: {what}.");
}
