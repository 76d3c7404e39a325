namespace Qiansi.Tensors.Heatmaps;

/// <summary>Cells of a small heatmap: each a rectangle whose title tells place and number.</summary>
internal static class HeatCells
{
    private static readonly SvgStyle Masked = new(Fill: "currentColor", Opacity: 0.06);
    private static readonly SvgStyle MaskStroke = new(Stroke: "currentColor", Width: 1, Opacity: 0.25);

    /// <summary>Draws the cells.</summary>
    public static void Draw(
        SvgWriter svg, double left, double top, double width, double height, Plane plane, HeatScale scale, HeatLabels labels,
        string[]? digits, Func<double, string> text, Func<int, int, bool>? isHidden)
    {
        for (var r = 0; r < plane.Rows; r++)
        {
            for (var c = 0; c < plane.Columns; c++)
            {
                var value = plane[r, c];
                var place = $"{labels.RowAxis} {labels.Row(r)}, {labels.ColumnAxis} {labels.Column(c)}";
                var (x, y) = (left + (c * width), top + (r * height));
                if (isHidden?.Invoke(r, c) == true)
                {
                    svg.Rect(x, y, width, height, Masked, title: $"{place}: masked");
                    if (width >= 10) svg.Line(x + 2, y + height - 2, x + width - 2, y + 2, MaskStroke);
                    continue;
                }

                var color = scale.At(value);
                svg.Rect(x, y, width, height, SvgStyle.Filled(color), title: $"{place}: {text(value)}");
                if (digits is not null)
                    svg.Text(x + (width / 2), y + (height / 2) + 4, digits[(r * plane.Columns) + c], "middle", 11,
                        color.TextOnTop.ToString());
                else if (!double.IsFinite(value) && width >= 12)
                    svg.Text(x + (width / 2), y + (height / 2) + 3.5, double.IsNaN(value) ? "×" : value > 0 ? "+∞" : "−∞", "middle",
                        10, "#000000");
            }
        }
    }
}
