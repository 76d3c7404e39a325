using System.Text.Json.Nodes;
using Qiansi.Documents;

namespace Qiansi.Tool.Tests.Exercises;

/// <summary>Cells of exercises, as chapters have them.</summary>
internal static class ExerciseNotebook
{
    public static Cell Code(string source, params string[] tags) => new(CellKind.Code, source) { Tags = tags };

    public static Cell Stub(string source) => Code(source, "stub");

    public static Cell Solution(string id, string source, params string[] tags) =>
        Graded(Code(source, tags), id, isGraded: false, isSolution: true, points: null);

    public static Cell Check(string id, double points, string source) =>
        Graded(Code(source), id, isGraded: true, isSolution: false, points);

    public static Cell Essay(string id, double points, string text) =>
        Graded(new(CellKind.Markdown, text), id, isGraded: true, isSolution: true, points);

    public static Notebook Of(params Cell[] cells)
    {
        var notebook = new Notebook();
        notebook.Cells.AddRange(cells);
        return notebook;
    }

    /// <summary>Two exercises with stubs, solutions and checks, worth three points and one.</summary>
    public static Notebook Chapter() => Of(
        new(CellKind.Markdown, "# Steps"),
        Stub("double Step(double w, double g) => Exercise.NotDone<double>();"),
        Solution("step", "double Step(double w, double g) => w - 0.1 * g;", "solution"),
        Check("step-check", 3, """
            Exercise.Check("step",
                Expect.Close("downhill", 0.8, () => Step(1, 2)),
                Expect.Close("at the bottom", 1.0, () => Step(1, 0)),
                Expect.Close("uphill on the left", -0.8, () => Step(-1, -2)));
            """),
        Solution("double", "int Double(int n)\n{\n    // BEGIN SOLUTION\n    return 2 * n;\n    // END SOLUTION\n}"),
        Check("double-check", 1, """
            Exercise.Check("double", Expect.Equal("of four", 8, () => Double(4)));
            // BEGIN HIDDEN TESTS
            if (Double(5) != 10) throw new Exception("of five");
            // END HIDDEN TESTS
            """));

    private static Cell Graded(Cell cell, string id, bool isGraded, bool isSolution, double? points)
    {
        cell.Metadata["nbgrader"] = new JsonObject
        {
            ["grade"] = isGraded,
            ["grade_id"] = id,
            ["locked"] = isGraded && !isSolution,
            ["schema_version"] = 3,
            ["solution"] = isSolution,
            ["task"] = false,
        };
        if (points is not null) cell.Metadata["nbgrader"]!["points"] = points;
        return cell;
    }
}
