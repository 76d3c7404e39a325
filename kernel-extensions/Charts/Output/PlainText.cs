using Qiansi.Charts.Rendering;
using Qiansi.Drawing;

namespace Qiansi.Charts.Output;

/// <summary>A figure in words, for terminals and for readers who do not see it.</summary>
internal static class PlainText
{
    private const int MostSeries = 12;

    /// <summary>Title, then a line a series: its kind, its name, how many values, and their range.</summary>
    public static string Of(GenericChart chart)
    {
        var lines = new List<string>();
        var axes = string.Join(" over ", new[] { chart.Layout.Object("yaxis").Text("title"), chart.Layout.Object("xaxis").Text("title") }.OfType<string>().Select(PlainWords.Line));
        var head = string.Join(": ", new[] { chart.Layout.Title is { } title ? PlainWords.Line(title) : null, axes }.Where(t => !string.IsNullOrEmpty(t)));
        if (head.Length > 0) lines.Add(head);
        lines.AddRange(chart.Traces.Take(MostSeries).Select(Series));
        if (chart.Traces.Count > MostSeries) lines.Add($"and {chart.Traces.Count - MostSeries} more series");
        return lines.Count == 0 ? "An empty figure" : string.Join('\n', lines);
    }

    private static string Series(Trace trace)
    {
        var name = trace.Name is { Length: > 0 } known ? $" {PlainWords.Line(known)}" : "";
        if (trace.Rows("z") is { } rows) return $"{trace.Type}{name}: {rows.Length} × {rows.Select(r => r.Length).DefaultIfEmpty(0).Max()} values{Range(rows.SelectMany(r => r))}";
        var column = new[] { "y", "x", "values", "close", "r" }.FirstOrDefault(c => trace.Numbers(c) is not null);
        if (trace.Text("orientation") == "h" && trace.Numbers("x") is not null) column = "x";
        var count = column is null ? Math.Max(trace.CountOf("x"), trace.CountOf("y")) : trace.CountOf(column);
        var points = count == 1 ? "1 value" : $"{NumberText.Count(count)} values";
        return $"{trace.Type}{name}: {points}{(column is null ? "" : Range(trace.Numbers(column)!))}";
    }

    private static string Range(IEnumerable<double> numbers)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity, last = double.NaN;
        foreach (var number in numbers)
        {
            if (!double.IsFinite(number)) continue;
            (low, high, last) = (Math.Min(low, number), Math.Max(high, number), number);
        }

        return low > high ? "" : $", {NumberText.Short(low)} to {NumberText.Short(high)}, last {NumberText.Short(last)}";
    }
}
