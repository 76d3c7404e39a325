namespace Qiansi.Charts.Rendering;

/// <summary>What is around the series of a plot: grid lines below, axes and labels above.</summary>
internal static class PlotFrame
{
    private static readonly SvgStyle Zero = new(Stroke: "currentColor", Width: 1, Opacity: 0.35);
    private static readonly SvgStyle Minor = new(Stroke: "currentColor", Width: 1, Opacity: 0.06);

    /// <summary>Draws the grid.</summary>
    public static void DrawGrid(SvgWriter svg, Plot plot)
    {
        if (plot.IsTight) return;
        foreach (var axis in plot.Axes.Where(a => a.IsVisible && !a.IsOverlay))
        {
            if (axis.Attributes.Flag("showgrid") is false
                || axis.Kind == AxisKind.Category && axis.Attributes.Flag("showgrid") is not true) continue;
            if (axis.Kind == AxisKind.Log && Math.Abs(axis.Max - axis.Min) is > 0.9 and < 8)
                Lines(svg, plot, axis, MinorPlaces(axis), Minor);
            Lines(svg, plot, axis, plot.Ticks[axis].Places.Where(p => axis.Kind != AxisKind.Linear || p != 0), SvgStyle.Grid);
            var hasZero = axis.Kind == AxisKind.Linear && Math.Min(axis.Min, axis.Max) <= 0 && Math.Max(axis.Min, axis.Max) >= 0;
            if (hasZero) Lines(svg, plot, axis, [0.0], axis.Attributes.Flag("zeroline") is false ? SvgStyle.Grid : Zero);
        }
    }

    /// <summary>Draws axis lines, ticks, labels and titles.</summary>
    public static void DrawAxes(SvgWriter svg, Plot plot)
    {
        var area = plot.Area;
        if (plot.IsTight) svg.Rect(area.Left, area.Top, area.Width, area.Height, SvgStyle.Outline(1, 0.4));
        foreach (var axis in plot.Axes.Where(a => a.IsVisible))
        {
            if (axis.IsHorizontal) Horizontal(svg, plot, axis);
            else Vertical(svg, plot, axis);
        }
    }

    private static void Horizontal(SvgWriter svg, Plot plot, PlotAxis axis)
    {
        var (area, ticks) = (plot.Area, plot.Ticks[axis]);
        var (edge, out1) = axis.IsOpposite ? (area.Top, -1) : (area.Bottom, 1);
        if (!plot.IsTight && axis.Attributes.Flag("showline") is not false) svg.Line(area.Left, edge, area.Right, edge, SvgStyle.Axis);
        for (var i = 0; i < ticks.Places.Length; i++)
        {
            var x = axis.Pixel(ticks.Places[i]);
            if (ticks.Labels[i].Length == 0) continue;
            if (axis.Kind != AxisKind.Category && !plot.IsTight) svg.Line(x, edge, x, edge + 4 * out1, SvgStyle.Axis);
            if (ticks.Angle == 0)
                svg.Text(x, axis.IsOpposite ? edge - 7 : edge + 16, ticks.Labels[i], "middle", TickMarks.Size, opacity: 0.8);
            else svg.Text(x + 3, edge + 12, ticks.Labels[i], ticks.Angle < 0 ? "end" : "start", TickMarks.Size, opacity: 0.8,
                rotate: ticks.Angle);
        }

        if (axis.Title is { } title)
            svg.Text(area.CenterX, axis.IsOpposite ? edge - 12 - ticks.LabelHeight : edge + 4 + ticks.LabelHeight + 18, title, "middle");
    }

    private static void Vertical(SvgWriter svg, Plot plot, PlotAxis axis)
    {
        var (area, ticks) = (plot.Area, plot.Ticks[axis]);
        var (edge, out1) = axis.IsOpposite ? (area.Right, 1) : (area.Left, -1);
        if (axis.Attributes.Flag("showline") is true && !plot.IsTight || axis.IsOverlay)
            svg.Line(edge, area.Top, edge, area.Bottom, SvgStyle.Axis);
        for (var i = 0; i < ticks.Places.Length; i++)
        {
            if (ticks.Labels[i].Length > 0)
                svg.Text(edge + 7 * out1, axis.Pixel(ticks.Places[i]) + 4, ticks.Labels[i], axis.IsOpposite ? "start" : "end",
                    TickMarks.Size, opacity: 0.8);
        }

        if (axis.Title is { } title) svg.Text(edge + (ticks.LabelWidth + 19) * out1, area.CenterY, title, "middle", rotate: -90);
    }

    private static void Lines(SvgWriter svg, Plot plot, PlotAxis axis, IEnumerable<double> places, SvgStyle style)
    {
        var area = plot.Area;
        var path = string.Concat(places.Select(axis.Pixel).Select(p => axis.IsHorizontal
            ? $"M{SvgWriter.Number(p)},{SvgWriter.Number(area.Top)}V{SvgWriter.Number(area.Bottom)}"
            : $"M{SvgWriter.Number(area.Left)},{SvgWriter.Number(p)}H{SvgWriter.Number(area.Right)}"));
        if (path.Length > 0) svg.Path(path, style with { Fill = "none" });
    }

    private static IEnumerable<double> MinorPlaces(PlotAxis axis)
    {
        var (low, high) = (Math.Min(axis.Min, axis.Max), Math.Max(axis.Min, axis.Max));
        for (var power = Math.Floor(low); power <= high; power++)
        {
            for (var digit = 2; digit < 10; digit++)
                if (power + Math.Log10(digit) is var place && place > low && place < high) yield return place;
        }
    }
}
