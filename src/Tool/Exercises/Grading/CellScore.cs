using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Qiansi.Documents;
using Qiansi.Tool.Libraries;
using Qiansi.Tool.Reports;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>Reads what a graded cell earned from how it ran.</summary>
internal static class CellScore
{
    private const string CheckCall = "Exercise.Check";

    /// <summary>
    /// The score of a cell. Where <c>Exercise.Check</c> reported, points go by all its checks. Any other cell earns nothing when it fails,
    /// the number that is its last value (partial credit), and all when it ends otherwise, as nbgrader has it.
    /// </summary>
    /// <param name="cell">The cell, with its outputs.</param>
    /// <param name="grade">What it is worth.</param>
    /// <param name="run">How it ran; null when it did not.</param>
    /// <param name="ticket">What reports must show to count; null when none counts.</param>
    public static GradedExercise Of(Cell cell, GradeMetadata grade, CellReport? run, string? ticket)
    {
        if (!grade.IsCheck || cell.Kind != CellKind.Code) return new(grade.Id, grade.Points) { Status = "manual" };
        if (run is null) return Failed(grade, "the cell was not run: an earlier one ended the kernel");
        if (run.Outcome is not (CellOutcome.Ok or CellOutcome.Failed or CellOutcome.FailedAsTagged))
            return Failed(grade, FirstLine(run.Error?.Message ?? run.Outcome.ToString()));
        var reports = Reports(cell, ticket);
        // What fails after checks that hold, a hidden one, takes the points back.
        if (reports.Count > 0 && (run.Outcome == CellOutcome.Ok || reports.Exists(r => (string?)r["status"] != "done")))
            return Reported(grade, reports);
        if (run.Outcome != CellOutcome.Ok) return Failed(grade, run.Error is { } error ? ErrorLine(error) : "the cell failed");
        if (cell.Source.Contains(CheckCall, StringComparison.Ordinal)) return Failed(grade, $"{CheckCall} reported nothing");
        return LastNumber(cell) is { } number ? Partial(grade, number)
            : new(grade.Id, grade.Points) { Points = grade.Points, Status = "done" };
    }

    /// <summary>How a cell failed, in a line.</summary>
    public static string ErrorLine(Contracts.CellError error) => FirstLine(
        error.Message.Length == 0 ? error.Name : error.Name == "CompilationError" ? error.Message : $"{error.Name}: {error.Message}");

    private static GradedExercise Reported(GradeMetadata grade, List<JsonObject> reports)
    {
        var (points, maxPoints) = (reports.Sum(r => (double)r["points"]!), reports.Sum(r => (double)r["max_points"]!));
        var all = reports.Select(r => (string)r["status"]!).ToList();
        var status = all.Contains("wrong") ? "wrong" : all.Contains("not-done") ? "not-done" : "done";
        var checks = reports.SelectMany(r => r["checks"]!.AsArray()).ToList();
        var share = maxPoints > 0 ? points / maxPoints : status == "done" ? 1 : 0;
        return new(grade.Id, grade.Points)
        {
            Points = Math.Round(grade.Points * share, 4),
            Status = status,
            Problems = status == "not-done"
                ? ["not done yet"] : [.. checks.Where(c => (string?)c!["problem"] is not null).Select(c => $"{c!["name"]}: "
                    + $"{FirstLine((string)c["problem"]!)}")],
            Checks = new([.. checks.Select(c => c!.DeepClone())]),
        };
    }

    /// <summary>Partial credit; more than there are points is cut, as is less than none.</summary>
    private static GradedExercise Partial(GradeMetadata grade, double number)
    {
        var points = double.IsNaN(number) ? 0 : Math.Clamp(number, 0, grade.Points);
        var problem = string.Create(CultureInfo.InvariantCulture, $"the check gave {number:0.####} of {grade.Points:0.##}");
        return new(grade.Id, grade.Points)
        {
            Points = points,
            Status = points == grade.Points ? "done" : "wrong",
            Problems = number == grade.Points ? [] : [problem],
        };
    }

    /// <summary>The cell's last value when it is a number.</summary>
    private static double? LastNumber(Cell cell) =>
        cell.Outputs.OfType<ResultOutput>().LastOrDefault()?.Data["text/plain"] is { } text
            && double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The reports that show the ticket: whatever else looks like one, the code under test has written.</summary>
    private static List<JsonObject> Reports(Cell cell, string? ticket)
    {
        var reports = cell.Outputs.OfType<DisplayOutput>().Select(o => o.Data[ExerciseBundle.MediaType]).OfType<string>().Select(Parse);
        return [.. reports.OfType<JsonObject>()
            .Where(r => r["ticket"] is JsonValue t && t.TryGetValue(out string? shown) && shown == ticket)];
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static GradedExercise Failed(GradeMetadata grade, string problem) =>
        new(grade.Id, grade.Points) { Points = 0, Status = "failed", Problems = [problem] };

    private static string FirstLine(string text) => PlainText.Of(text).Trim().Split('\n')[0].TrimEnd('\r');
}
