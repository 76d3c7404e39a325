namespace Qiansi.Charts.Rendering.Traces;

/// <summary>The uncertainty of points.</summary>
internal static class ErrorBars
{
    private const double Cap = 3.5;

    /// <summary>The ends of one point's bar as coordinates; null when it has none.</summary>
    public static (double Low, double High)? Ends(PlotlyObject? error, int index, double at, PlotAxis axis)
    {
        if (error is null || error.Flag("visible") is false) return null;
        var value = axis.Kind == AxisKind.Log ? Math.Pow(10, at) : at;
        var (up, down) = error.Text("type") switch
        {
            "percent" => (Math.Abs(value) * (error.Number("value") ?? 10) / 100,
                Math.Abs(value) * (error.Number("valueminus") ?? error.Number("value") ?? 10) / 100),
            "constant" => (error.Number("value") ?? 0, error.Number("valueminus") ?? error.Number("value") ?? 0),
            "sqrt" => (Math.Sqrt(Math.Abs(value)), Math.Sqrt(Math.Abs(value))),
            _ => (error.NumberAt("array", index) ?? 0, error.NumberAt("arrayminus", index) ?? error.NumberAt("array", index) ?? 0),
        };
        if (up == 0 && down == 0) return null;
        if (axis.Kind != AxisKind.Log) return (at - down, at + up);
        return (value - down > 0 ? Math.Log10(value - down) : at, Math.Log10(value + up));
    }

    /// <summary>Draws the bars of a trace's points.</summary>
    public static void Draw(SvgWriter svg, Trace trace, double[] x, double[] y, PlotAxis xAxis, PlotAxis yAxis, string color)
    {
        foreach (var (name, isUpright) in new[] { ("error_y", true), ("error_x", false) })
        {
            if (trace.Object(name) is not { } error) continue;
            var path = new System.Text.StringBuilder();
            for (var i = 0; i < x.Length && path.Length < 20_000; i++)
            {
                if (!double.IsFinite(x[i]) || !double.IsFinite(y[i])
                    || Ends(error, i, isUpright ? y[i] : x[i], isUpright ? yAxis : xAxis) is not { } ends) continue;
                var (px, py) = (xAxis.Pixel(x[i]), yAxis.Pixel(y[i]));
                if (isUpright)
                {
                    var (low, high) = (yAxis.Pixel(ends.Low), yAxis.Pixel(ends.High));
                    path.Append($"M{N(px - Cap)},{N(high)}h{N(2 * Cap)}M{N(px)},{N(high)}V{N(low)}M{N(px - Cap)},{N(low)}h{N(2 * Cap)}");
                }
                else
                {
                    var (low, high) = (xAxis.Pixel(ends.Low), xAxis.Pixel(ends.High));
                    path.Append($"M{N(low)},{N(py - Cap)}v{N(2 * Cap)}M{N(low)},{N(py)}H{N(high)}M{N(high)},{N(py - Cap)}v{N(2 * Cap)}");
                }
            }

            if (path.Length > 0)
                svg.Path(path.ToString(), new SvgStyle(Fill: "none", Stroke: CssColor.Safe(error.Text("color")) ?? color,
                    Width: error.Number("thickness") ?? 1.5, Opacity: 0.85));
        }
    }

    private static string N(double value) => SvgWriter.Number(Math.Round(value, 1));
}
