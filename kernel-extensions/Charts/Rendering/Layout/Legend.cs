using Qiansi.Charts.Rendering.Traces;

namespace Qiansi.Charts.Rendering.Layout;

/// <summary>The names of the series: in rows above the plot where they fit, else in a column beside it.</summary>
internal sealed class Legend
{
    private const double RowHeight = 20;
    private const int MostRows = 2, MostEntries = 24;

    private readonly LegendEntry[] _entries;
    private readonly string? _title;

    private Legend(LegendEntry[] entries, string? title, bool isAbove, double width) =>
        (_entries, _title, IsAbove, AvailableWidth) = (entries, title, isAbove, width);

    /// <summary>Whether it stands above the plot.</summary>
    public bool IsAbove { get; }

    private double AvailableWidth { get; }

    /// <summary>The legend of a figure; null when it needs none.</summary>
    /// <param name="layout">The figure's layout.</param>
    /// <param name="traces">Its series.</param>
    /// <param name="width">Width of the figure.</param>
    public static Legend? Of(Charts.Layout layout, IReadOnlyList<TraceDrawing> traces, double width)
    {
        if (layout.Flag("showlegend") is false) return null;
        var entries = new List<LegendEntry>();
        foreach (var trace in traces.Where(
            t => t.Trace.Flag("showlegend") is not false && t.Trace["visible"] is not (false or "legendonly")))
        {
            foreach (var entry in trace.Legend)
                if (!entries.Contains(entry)) entries.Add(entry);
        }

        if (entries.Count == 0 || entries.Count == 1
            && layout.Flag("showlegend") is not true && !traces.Any(t => t.Trace.Flag("showlegend") is true)) return null;
        if (entries.Count > MostEntries)
            entries = [.. entries.Take(MostEntries - 1),
                new LegendEntry($"and {entries.Count - MostEntries + 1} more", "none", LegendMark.Swatch)];
        var title = layout.Object("legend").Text("title");
        var wanted = layout.Object("legend").Text("orientation");
        var fits = RowsOf(entries, width - 90) <= MostRows;
        return new Legend([.. entries], title is null ? null : PlainWords.Line(title), wanted == "h" || wanted != "v" && fits, width - 90);
    }

    /// <summary>Space it takes: height when above, width when beside.</summary>
    public double Space => IsAbove ? RowsOf(_entries, AvailableWidth) * RowHeight + 6 : Math.Min(240, _entries.Max(e => e.Width)) + 14;

    /// <summary>Draws it with its top left corner at a point.</summary>
    public void Draw(SvgWriter svg, double left, double top)
    {
        var (x, y) = (left, top);
        if (_title is not null && !IsAbove) svg.Text(x, (y += RowHeight) - 6, _title, size: 12, weight: "600");
        foreach (var entry in _entries)
        {
            if (IsAbove && x > left && x + entry.Width > left + AvailableWidth) (x, y) = (left, y + RowHeight);
            DrawEntry(svg, entry, x, y + RowHeight / 2);
            if (IsAbove) x += entry.Width;
            else y += RowHeight;
        }
    }

    private static void DrawEntry(SvgWriter svg, LegendEntry entry, double x, double middle)
    {
        var center = x + 10;
        if (entry.Mark == LegendMark.Swatch && entry.Color != "none")
            svg.Rect(x + 3, middle - 6, 14, 12, new SvgStyle(Fill: entry.Color, Opacity: 0.9), 2);
        if (entry.Mark is LegendMark.Line or LegendMark.LineAndMarker)
            svg.Line(x, middle, x + 20, middle, new SvgStyle(Stroke: entry.Color, Width: 2.25, Dash: entry.Dash));
        if (entry.Mark is LegendMark.Marker or LegendMark.LineAndMarker)
            svg.Path(Symbols.Path(entry.Symbol, center, middle, 7), Symbols.Style(entry.Symbol, entry.Color));
        svg.Text(x + LegendEntry.MarkWidth, middle + 4, entry.Shown, title: entry.Shown == entry.Name ? null : entry.Name);
    }

    private static int RowsOf(IReadOnlyList<LegendEntry> entries, double width)
    {
        var (rows, x) = (1, 0.0);
        foreach (var entry in entries)
        {
            if (x > 0 && x + entry.Width > width) (rows, x) = (rows + 1, 0);
            x += entry.Width;
        }

        return rows;
    }
}
