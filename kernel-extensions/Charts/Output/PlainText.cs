using Qiansi.Charts.Rendering;

namespace Qiansi.Charts.Output;

/// <summary>A figure in words, for terminals and for readers who do not see it.</summary>
internal static class PlainText
{
    private const int MostSeries = 12;

    /// <summary>Title, then a line a series: its kind, its name, how many values, and their range.</summary>
    public static string Of(GenericChart chart)
    {
        var lines = new List<string>();
        var axes = string.Join(" over ", new[]
        {
            chart.Layout.Object("yaxis").Text("title"),
            chart.Layout.Object("xaxis").Text("title"),
        }.OfType<string>().Select(PlainWords.Line));
        var head = string.Join(": ",
            new[] { chart.Layout.Title is { } title ? PlainWords.Line(title) : null, axes }.Where(t => !string.IsNullOrEmpty(t)));
        if (head.Length > 0) lines.Add(head);
        lines.AddRange(chart.Traces.Take(MostSeries).Select(Series));
        if (chart.Traces.Count > MostSeries) lines.Add($"and {chart.Traces.Count - MostSeries} more series");
        if (!TraceDrawings.CanDraw(chart)) lines.Add(Undrawn(chart));
        return lines.Count == 0 ? "An empty figure" : string.Join('\n', lines);
    }

    /// <summary>Why a figure has no drawing.</summary>
    public static string Undrawn(GenericChart chart) =>
        $"{string.Join(", ", chart.Traces.Select(t => t.Type).Distinct())}: drawn only where Plotly's script runs; "
        + "this figure has no drawing as SVG. SaveHtml(path) writes it as a page.";

    private static string Series(Trace trace)
    {
        var name = trace.Name is { Length: > 0 } known ? $" {PlainWords.Line(known)}" : "";
        if (trace.Rows("z") is { } rows)
            return $"{trace.Type}{name}: {rows.Length} × {rows.Select(r => r.Length).DefaultIfEmpty(0).Max()} "
                + $"values{Range(rows.SelectMany(r => r))}";
        var column = new[] { "y", "x", "values", "close", "r" }.FirstOrDefault(c => trace.Numbers(c) is not null);
        if (trace.Text("orientation") == "h" && trace.Numbers("x") is not null) column = "x";
        var count = column is null ? Count(trace) : trace.CountOf(column);
        var points = count == 1 ? "1 value" : $"{NumberText.Count(count)} values";
        return $"{trace.Type}{name}: {points}{(column is null ? "" : Range(trace.Numbers(column)!))}";
    }

    /// <summary>Kinds without columns of numbers: links of flows, else the longest list.</summary>
    private static int Count(Trace trace) =>
        trace.Object("link") is { } link ? link.CountOf("value") : trace.Number("value") is not null ? 1
        : trace.Max(a => a.Value is Array list ? list.Length : 0);

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
