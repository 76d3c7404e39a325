using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Qiansi.Documents;

namespace Qiansi.Tool.Exercises;

/// <summary>What a cell is to an exercise: nbgrader's cell metadata, schema 3.</summary>
/// <param name="Id">The cell's <c>grade_id</c>.</param>
/// <param name="IsGraded">Whether points are given for it.</param>
/// <param name="IsSolution">Whether it is the student's to write.</param>
/// <param name="IsTask">Whether it describes a task whose answer, in cells of the student's own, a person reads.</param>
/// <param name="Points">How many points there are; 0 for a cell that is not graded.</param>
internal sealed partial record GradeMetadata(string Id, bool IsGraded, bool IsSolution, bool IsTask, double Points)
{
    /// <summary>The key in a cell's metadata.</summary>
    public const string Key = "nbgrader";

    /// <summary>Checks: graded by running them, not the student's to write.</summary>
    public bool IsCheck => IsGraded && !IsSolution && !IsTask;

    /// <summary>Reads a cell's metadata; null when it has none of this kind, or takes no part (a plain locked cell).</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="file">What errors call the notebook.</param>
    /// <exception cref="DocumentException">It is graded but names no id or no points, or has AUTOTEST lines.</exception>
    public static GradeMetadata? Of(Cell cell, string file)
    {
        if (cell.Metadata[Key] is not JsonObject metadata) return null;
        var (isTask, isSolution) = (IsTrue(metadata, "task"), IsTrue(metadata, "solution"));
        var isGraded = isTask || IsTrue(metadata, "grade");
        if (!isGraded && !isSolution) return null;
        if (metadata["grade_id"] is not JsonValue value || !value.TryGetValue(out string? id) || string.IsNullOrWhiteSpace(id))
            throw new DocumentException(file, 0, 0, $"cell '{cell.Id}' has nbgrader metadata without a grade_id",
                "Give it one: a name that no other cell of the notebook has.");
        if (!isGraded) return new(id, isGraded, isSolution, isTask, 0);
        if (AutomaticTest().Match(cell.Source) is { Success: true } line)
        {
            throw new DocumentException(file, 0, 0,
                $"the graded cell '{id}' has the line '{line.Value.Trim()}', which nbgrader makes into a check by running the solution",
                "Write the check itself: Expect.Equal(\"…\", value, () => …).");
        }

        if (metadata["points"] is JsonValue number
            && double.TryParse(number.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var points)
            && points is >= 0 and < double.PositiveInfinity)
            return new(id, isGraded, isSolution, isTask, points);
        throw new DocumentException(
            file, 0, 0, $"the graded cell '{id}' has no points", "Write them into its metadata: \"points\": 3, in the nbgrader object.");
    }

    /// <summary>All cells of a notebook that take part, in order.</summary>
    /// <exception cref="DocumentException">Two cells have one id, or a cell's metadata cannot be used.</exception>
    public static IReadOnlyList<(Cell Cell, GradeMetadata Grade)> OfAll(Notebook notebook, string file)
    {
        var found = notebook.Cells.Select(c => (Cell: c, Grade: Of(c, file)!)).Where(p => p.Grade is not null).ToList();
        if (found.GroupBy(p => p.Grade.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new DocumentException(file, 0, 0, $"{twice.Count()} cells have the grade_id '{twice.Key}'",
                "Every graded or solution cell needs a name of its own.");
        return found;
    }

    /// <summary>The <c>grade_id</c> that a cell claims, whatever else its metadata says; null for none.</summary>
    public static string? IdOf(Cell cell) =>
        cell.Metadata[Key] is JsonObject metadata && metadata["grade_id"] is JsonValue value && value.TryGetValue(out string? id)
            ? id : null;

    [GeneratedRegex(@"^\s*(//+|#+)\s*(HASHED\s+)?AUTOTEST\b.*$", RegexOptions.Multiline)]
    private static partial Regex AutomaticTest();

    private static bool IsTrue(JsonObject metadata, string key) =>
        metadata[key] is JsonValue value && value.TryGetValue(out bool isTrue) && isTrue;
}
