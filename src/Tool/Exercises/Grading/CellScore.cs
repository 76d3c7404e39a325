using System.Text.Json;
using System.Text.Json.Nodes;
using Qiansi.Engine.Documents;
using Qiansi.Tool.Libraries;
using Qiansi.Tool.Reports;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>Reads what a graded cell earned from how it ran.</summary>
internal static class CellScore
{
    private const string CheckCall = "Exercise.Check";

    /// <summary>The score of a cell. Where <c>Exercise.Check</c> reported, points go by its checks; any other cell earns all when it runs and nothing when it fails, as nbgrader has it.</summary>
    /// <param name="cell">The cell, with its outputs.</param>
    /// <param name="grade">What it is worth.</param>
    /// <param name="run">How it ran; null when it did not.</param>
    public static GradedExercise Of(Cell cell, GradeMetadata grade, CellReport? run)
    {
        if (!grade.IsCheck || cell.Kind != CellKind.Code) return new(grade.Id, grade.Points) { Status = "manual" };
        if (run is null) return Failed(grade, "the cell was not run: an earlier one ended the kernel");
        if (run.Outcome is not (CellOutcome.Ok or CellOutcome.Failed or CellOutcome.FailedAsTagged)) return Failed(grade, FirstLine(run.Error?.Message ?? run.Outcome.ToString()));
        // What fails after checks that hold, a hidden one, takes the points back.
        if (Report(cell) is { } report && (run.Outcome == CellOutcome.Ok || (string?)report["status"] != "done")) return Reported(grade, report);
        if (run.Outcome != CellOutcome.Ok) return Failed(grade, run.Error is { } error ? ErrorLine(error) : "the cell failed");
        return cell.Source.Contains(CheckCall, StringComparison.Ordinal)
            ? Failed(grade, $"{CheckCall} reported nothing: is the name Exercise declared again in a cell?")
            : new(grade.Id, grade.Points) { Points = grade.Points, Status = "done" };
    }

    private static GradedExercise Reported(GradeMetadata grade, JsonObject report)
    {
        var (points, maxPoints) = ((double)report["points"]!, (double)report["max_points"]!);
        var status = (string)report["status"]!;
        var checks = report["checks"]!.AsArray();
        var share = maxPoints > 0 ? points / maxPoints : status == "done" ? 1 : 0;
        return new(grade.Id, grade.Points)
        {
            Points = Math.Round(grade.Points * share, 4),
            Status = status,
            Problems = status == "not-done" ? ["not done yet"] : [.. checks.Where(c => (string?)c!["problem"] is not null).Select(c => $"{c!["name"]}: {FirstLine((string)c["problem"]!)}")],
            Checks = (JsonArray)checks.DeepClone(),
        };
    }

    /// <summary>The last report among the cell's outputs; null without one, or when it is not what the check writes.</summary>
    private static JsonObject? Report(Cell cell)
    {
        var text = cell.Outputs.OfType<DisplayOutput>().Select(o => o.Data[ExerciseBundle.MediaType]).LastOrDefault(t => t is not null);
        try
        {
            return text is not null && JsonNode.Parse(text) is JsonObject report
                && report["points"] is JsonValue points && points.TryGetValue(out double _)
                && report["max_points"] is JsonValue most && most.TryGetValue(out double _)
                && report["status"] is JsonValue status && status.TryGetValue(out string? _)
                && report["checks"] is JsonArray checks && checks.All(c => c is JsonObject) ? report : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static GradedExercise Failed(GradeMetadata grade, string problem) => new(grade.Id, grade.Points) { Points = 0, Status = "failed", Problems = [problem] };

    private static string ErrorLine(Contracts.CellError error) => FirstLine(error.Message.Length > 0 && error.Name != "CompilationError" ? $"{error.Name}: {error.Message}" : error.Message.Length > 0 ? error.Message : error.Name);

    private static string FirstLine(string text) => PlainText.Of(text).Trim().Split('\n')[0].TrimEnd('\r');
}
