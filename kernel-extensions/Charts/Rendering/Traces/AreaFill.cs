namespace Qiansi.Charts.Rendering.Traces;

/// <summary>The area beside a line.</summary>
internal sealed class AreaFill(ScatterDrawing line, PlotAxis x, PlotAxis y)
{
    private const double Faint = 0.22, Stacked = 0.55;

    /// <summary>Draws the area.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="shown">Indices of the points that are drawn.</param>
    /// <param name="fill">Plotly's name of what is filled.</param>
    /// <param name="color">The area's own colour; the line's, thinned, when null.</param>
    /// <param name="lineColor">The line's colour.</param>
    public void Draw(SvgWriter svg, int[] shown, string fill, string? color, string lineColor)
    {
        var shape = line.Trace.Object("line").Text("shape");
        var path = string.Concat(fill switch
        {
            "tozeroy" => line.Runs(shown, line.YValues).Where(r => r.Count > 1)
                .Select(r => Closed(r, shape, (r[^1].X, Zero(y)), (r[0].X, Zero(y)))),
            "tozerox" => line.Runs(shown, line.YValues).Where(r => r.Count > 1)
                .Select(r => Closed(r, shape, (Zero(x), r[^1].Y), (Zero(x), r[0].Y))),
            "toself" => line.Runs(shown, line.YValues).Where(r => r.Count > 2).Select(r => LineShapes.Path(r, shape) + "Z"),
            _ => Between(shown, shape),
        });
        if (path.Length == 0) return;
        var style = color is null
            ? new SvgStyle(Fill: lineColor, Opacity: line.StackBase is null ? Faint : Stacked) : new SvgStyle(Fill: color);
        svg.Path(path, style);
    }

    /// <summary>To the line before, or for stacked areas to the top of the one below.</summary>
    private string[] Between(int[] shown, string? shape)
    {
        var upper = line.Runs(shown, line.YValues).SelectMany(r => r).ToArray();
        if (upper.Length < 2) return [];
        (double X, double Y)[] lower;
        if (line.StackBase is { } floor) lower = [.. line.Runs(shown, floor).SelectMany(r => r)];
        else if (line.Previous is { } before)
            lower = [.. before.Runs(Values.Decimation.Choose(before.XValues, before.YValues, Math.Max(shown.Length, 200)), before.YValues)
                .SelectMany(r => r)];
        else lower = [(upper[0].X, Zero(y)), (upper[^1].X, Zero(y))];
        if (lower.Length == 0) return [];
        Array.Reverse(lower);
        return [LineShapes.Path(upper, shape) + LineShapes.Path(lower, line.StackBase is null ? null : shape, 'L') + "Z"];
    }

    private static string Closed(List<(double X, double Y)> run, string? shape, (double X, double Y) right, (double X, double Y) left) =>
        LineShapes.Path(run, shape) + LineShapes.Path([right, left], null, 'L') + "Z";

    /// <summary>The pixel of zero; of an axis that has none, its start.</summary>
    private static double Zero(PlotAxis axis) => axis.Coordinate(0.0) is var zero && double.IsFinite(zero) ? axis.Pixel(zero) : axis.From;
}
