using System.Globalization;
using Qiansi.Contracts;
using Qiansi.Tool.Reports;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Progress;

/// <summary>The words of a run's progress, the same on a terminal and in a log.</summary>
internal static class ProgressText
{
    private const int MostErrorLines = 20;

    /// <summary>Width that all outcomes fit in.</summary>
    public const int OutcomeWidth = 11;

    /// <summary><c>[ 3/12]</c>.</summary>
    public static string Place(int number, int count)
    {
        var width = count.ToString(CultureInfo.InvariantCulture).Length;
        return string.Create(CultureInfo.InvariantCulture, $"[{number.ToString(CultureInfo.InvariantCulture).PadLeft(width)}/{count}]");
    }

    /// <summary><c>0.42 s</c>, <c>3 min 12 s</c>.</summary>
    public static string Time(TimeSpan time) => time.TotalSeconds < 100
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds:00} s");

    /// <summary>A word or two for how a cell ended.</summary>
    public static string Word(CellOutcome outcome) => outcome switch
    {
        CellOutcome.Ok => "ok",
        CellOutcome.FailedAsTagged => "ok (raises)",
        CellOutcome.Failed => "FAILED",
        CellOutcome.TimedOut => "TIMED OUT",
        CellOutcome.Interrupted => "INTERRUPTED",
        CellOutcome.KernelDied => "KERNEL DIED",
        CellOutcome.Skipped => "skipped",
        _ => "not run",
    };

    /// <summary>Why a cell failed: its traceback without colours, long ones cut in the middle.</summary>
    public static IReadOnlyList<string> Lines(CellError error)
    {
        var trace = error.Traceback.Count > 0 ? string.Join('\n', error.Traceback)
            : error.Message.Length > 0 ? $"{error.Name}: {error.Message}" : error.Name;
        var lines = PlainText.Of(trace).TrimEnd('\n').Split('\n');
        return lines.Length <= MostErrorLines
            ? lines
            : [.. lines[..(MostErrorLines / 2)], $"… {lines.Length - MostErrorLines} lines …", .. lines[^(MostErrorLines / 2)..]];
    }

    /// <summary><c>11 ok, 1 failed, 3 not run in 4.20 s</c>.</summary>
    public static string Counts(NotebookReport report)
    {
        var parts = new List<string>();
        Add("ok", CellOutcome.Ok, CellOutcome.FailedAsTagged);
        Add("failed", CellOutcome.Failed);
        Add("timed out", CellOutcome.TimedOut);
        Add("interrupted", CellOutcome.Interrupted);
        Add("killed the kernel", CellOutcome.KernelDied);
        Add("skipped", CellOutcome.Skipped);
        Add("not run", CellOutcome.NotRun);
        return $"{(parts.Count > 0 ? string.Join(", ", parts) : "no code cells")} in {Time(report.Elapsed)}";

        void Add(string word, params ReadOnlySpan<CellOutcome> outcomes)
        {
            var count = 0;
            foreach (var outcome in outcomes) count += report.Cells.Count(c => c.Outcome == outcome);
            if (count > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {word}"));
        }
    }

    /// <summary>What went wrong outside of the cells, with the file's name in front; null when nothing did.</summary>
    public static string? Failure(NotebookReport report)
    {
        if (report.Failure is not { Message: var message }) return null;
        return message.StartsWith(report.Path + ":", StringComparison.Ordinal) ? message : $"{report.Path}: {message}";
    }

    /// <summary><c>3 notebooks: 2 succeeded, 1 did not, 1 was not run</c>; null when one line about one notebook has said it all.</summary>
    public static string? Summary(IReadOnlyList<NotebookReport> reports, int planned)
    {
        if (planned < 2) return null;
        var good = reports.Count(r => r.ExitCode == 0);
        var text = string.Create(CultureInfo.InvariantCulture, $"{planned} notebooks: {good} succeeded");
        if (reports.Count > good) text += string.Create(CultureInfo.InvariantCulture, $", {reports.Count - good} did not");
        if (planned > reports.Count) text += string.Create(CultureInfo.InvariantCulture, $", {planned - reports.Count} not run");
        return text;
    }
}
