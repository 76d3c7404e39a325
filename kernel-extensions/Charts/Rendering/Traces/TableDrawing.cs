namespace Qiansi.Charts.Rendering.Traces;

/// <summary>A table of a figure: as many rows as fit.</summary>
internal sealed class TableDrawing(Trace trace, string color) : TraceDrawing(trace, color)
{
    private const double RowHeight = 20, Size = 12;

    private string[][] _header = [], _cells = [];

    public override bool HasAxes => false;

    public override PlotlyObject? Domain => Trace.Object("domain");

    public override bool MayLeaveOut => true;

    public override IEnumerable<LegendEntry> Legend => [];

    public override void Measure() =>
        (_header, _cells) = (Columns(Trace.Object("header")?["values"]), Columns(Trace.Object("cells")?["values"]));

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        var columns = Math.Max(_header.Length, _cells.Length);
        if (columns == 0) return;
        var shares = Enumerable.Range(0, columns).Select(c => Trace.NumberAt("columnwidth", c) ?? 1).ToArray();
        var rows = _cells.Select(c => c.Length).DefaultIfEmpty(0).Max();
        var heads = _header.Select(c => c.Length).DefaultIfEmpty(0).Max();
        var shown = Math.Min(Math.Min(rows, budget.Cells / columns), (int)(area.Height / RowHeight) - heads);
        if (shown < rows) LeftOut = $"{NumberText.Count(Math.Max(0, shown))} of {NumberText.Count(rows)} rows drawn";
        var left = area.Left;
        for (var c = 0; c < columns; c++)
        {
            var width = area.Width * shares[c] / shares.Sum();
            Column(svg, Trace.Object("header"), _header.ElementAtOrDefault(c) ?? [], heads, c, left, area.Top, width, isHead: true);
            Column(svg, Trace.Object("cells"), _cells.ElementAtOrDefault(c)
                ?? [], shown, c, left, area.Top + heads * RowHeight, width, isHead: false);
            left += width;
        }
    }

    private static void Column(SvgWriter svg, PlotlyObject? part, string[] texts, int rows, int column, double left, double top,
        double width, bool isHead)
    {
        var fill = part.Object("fill");
        var color = CssColor.Safe(fill?["color"] is string?[][] columns ? columns.ElementAtOrDefault(column)?.FirstOrDefault()
            : fill.TextAt("color", column));
        var ink = CssColor.Parse(color)?.TextOnTop.ToString();
        var align = part.TextAt("align", column) ?? "center";
        for (var r = 0; r < rows; r++, top += RowHeight)
        {
            svg.Rect(left, top, width, RowHeight,
                new SvgStyle(Fill: color ?? (isHead ? "currentColor" : "none"), FillOpacity: color is null ? 0.1
                : null, Stroke: "currentColor", StrokeOpacity: 0.25));
            var text = PlainWords.Short(PlainWords.Line(texts.ElementAtOrDefault(r) ?? ""), Math.Max(2, (int)((width - 8) / (Size * 0.6))));
            var (x, anchor) = align switch
            {
                "left" => (left + 5, "start"),
                "right" => (left + width - 5, "end"),
                _ => (left + width / 2, "middle")
            };
            if (text.Length > 0) svg.Text(x, top + 14, text, anchor, Size, ink, isHead ? "600" : null);
        }
    }

    /// <summary>The texts of each column; a header's list has one text a column.</summary>
    private static string[][] Columns(object? values) => values switch
    {
        double[][] rows => [.. rows.Select(r => r.Select(v => NumberText.Short(v, 6)).ToArray())],
        string?[][] rows => [.. rows.Select(r => r.Select(t => t ?? "").ToArray())],
        string?[] texts => [.. texts.Select(t => new[] { t ?? "" })],
        double[] numbers => [.. numbers.Select(n => new[] { NumberText.Short(n, 6) })],
        object?[] mixed =>
            [.. mixed
            .Select(m => m is double[] or string?[] or object?[] ? [.. Columns(m).SelectMany(c => c)]
            : new[] { m is double d ? NumberText.Short(d, 6) : m?.ToString() ?? "" })],
        _ => [],
    };
}
