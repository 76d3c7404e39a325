namespace Qiansi.Charts.Rendering;

/// <summary>Lines, rectangles and ellipses that a figure draws beside its series.</summary>
internal static class FigureShapes
{
    /// <summary>Draws the shapes of one layer.</summary>
    public static void Draw(SvgWriter svg, Charts.Layout layout, AxisSet axes, FigurePlan plan, bool isBelow)
    {
        foreach (var shape in layout.Objects("shapes").Where(s => s.Text("layer") == "below" == isBelow))
        {
            if (Place.X(shape["x0"], shape.Text("xref"), axes, plan) is not { } x0
                || Place.X(shape["x1"], shape.Text("xref"), axes, plan) is not { } x1) continue;
            if (Place.Y(shape["y0"], shape.Text("yref"), axes, plan) is not { } y0
                || Place.Y(shape["y1"], shape.Text("yref"), axes, plan) is not { } y1) continue;
            var line = shape.Object("line");
            var fill = CssColor.Safe(shape.Text("fillcolor"));
            var style = new SvgStyle(
                Fill: fill ?? "none", Stroke: CssColor.Safe(line.Text("color")) ?? (fill is null ? "currentColor" : null),
                Width: line.Number("width") ?? 1.5, Opacity: shape.Number("opacity"), Dash: Dash(line.Text("dash")));
            switch (shape.Text("type"))
            {
                case "line":
                    svg.Line(x0, y0, x1, y1, style);
                    break;
                case "circle":
                    svg.Raw("<g>").Path(Ellipse(x0, y0, x1, y1), style).Raw("</g>");
                    break;
                case "rect":
                    svg.Rect(Math.Min(x0, x1), Math.Min(y0, y1), Math.Abs(x1 - x0), Math.Abs(y1 - y0), style);
                    break;
            }
        }
    }

    private static string? Dash(string? name) => name switch
    {
        "dash" => "6 4",
        "dot" => "2 3",
        "dashdot" => "6 3 2 3",
        "longdash" => "10 5",
        _ => null,
    };

    private static string Ellipse(double x0, double y0, double x1, double y1)
    {
        var (rx, ry) = (SvgWriter.Number(Math.Abs(x1 - x0) / 2), SvgWriter.Number(Math.Abs(y1 - y0) / 2));
        var (left, width, middle) = (Math.Min(x0, x1), Math.Abs(x1 - x0), (y0 + y1) / 2);
        return $"M{SvgWriter.Number(left)},{SvgWriter.Number(middle)}a{rx},{ry} 0 1 0 {SvgWriter.Number(width)},0a{rx},{ry} 0 1 0 "
            + $"{SvgWriter.Number(-width)},0";
    }
}
