namespace Qiansi.Charts.Rendering;

/// <summary>Texts that a figure writes beside its series, with or without an arrow to their point.</summary>
internal static class FigureAnnotations
{
    /// <summary>Writes them all.</summary>
    public static void Draw(SvgWriter svg, Charts.Layout layout, AxisSet axes, FigurePlan plan)
    {
        foreach (var annotation in layout.Objects("annotations"))
        {
            if (annotation.Flag("visible") is false || annotation.Text("text") is not { Length: > 0 } text) continue;
            var isPaper = annotation.Text("xref") == "paper" && annotation.Text("yref") == "paper";
            if (isPaper && annotation["x"] is double paperX && annotation["y"] is double paperY)
            {
                var at = plan.OnPaper(paperX, paperY);
                Write(svg, annotation, text, at.X, at.Y);
            }
            else if (Place.X(annotation["x"], annotation.Text("xref"), axes, plan) is { } x
                && Place.Y(annotation["y"], annotation.Text("yref"), axes, plan) is { } y)
            {
                if (annotation.Flag("showarrow") is not false) (x, y) = Arrow(svg, annotation, x, y);
                Write(svg, annotation, text, x, y);
            }
        }
    }

    private static (double, double) Arrow(SvgWriter svg, PlotlyObject annotation, double x, double y)
    {
        var (dx, dy) = (annotation.Number("ax") ?? -10, annotation.Number("ay") ?? -30);
        var length = Math.Max(1, Math.Sqrt(dx * dx + dy * dy));
        var (ux, uy) = (dx / length, dy / length);
        var color = CssColor.Safe(annotation.Text("arrowcolor")) ?? "currentColor";
        // The arrow ends a little before its point, which is usually a marker.
        var (tipX, tipY) = (x + ux * 4, y + uy * 4);
        svg.Line(tipX + ux * 5, tipY + uy * 5, x + dx, y + dy, new SvgStyle(Stroke: color, Width: 1.25, Opacity: 0.8));
        svg.Polygon([(tipX, tipY), (tipX + ux * 8 - uy * 3.5, tipY + uy * 8 + ux * 3.5),
            (tipX + ux * 8 + uy * 3.5, tipY + uy * 8 - ux * 3.5)], new SvgStyle(Fill: color, Opacity: 0.8));
        return (x + dx, y + dy + (dy < 0 ? -4 : 12));
    }

    private static void Write(SvgWriter svg, PlotlyObject annotation, string text, double x, double y)
    {
        var size = annotation.Object("font").Number("size") ?? 12;
        var anchor = annotation.Text("xanchor") switch { "left" => "start", "right" => "end", _ => "middle" };
        var lines = PlainWords.Lines(text);
        var start = annotation.Text("yanchor") switch
        {
            "top" => y + size,
            "middle" => y + size * 0.36 - (lines.Length - 1) * size * 0.6,
            _ => y - 3 - (lines.Length - 1) * size * 1.2,
        };
        for (var i = 0; i < lines.Length; i++)
            svg.Text(x + (anchor == "start" ? 3 : anchor == "end" ? -3 : 0), start + i * size * 1.2, lines[i], anchor, size,
                CssColor.Safe(annotation.Object("font").Text("color")), size >= 14 ? "600" : null);
    }
}
