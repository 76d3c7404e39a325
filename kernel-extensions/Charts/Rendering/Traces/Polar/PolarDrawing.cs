using Qiansi.Charts.Rendering.Traces.Parts;

namespace Qiansi.Charts.Rendering.Traces.Polar;

/// <summary>All series of one polar plot: distances from a middle, in directions.</summary>
internal sealed class PolarDrawing(IReadOnlyList<(Trace Trace, string Color)> series, PlotlyObject? polar)
    : TraceDrawing(series[0].Trace, series[0].Color)
{
    private const double Size = 11;

    private readonly PolarAngles _angles = new(polar.Object("angularaxis"), [.. series.Select(s => s.Trace)]);
    private double _low, _high = 1;

    public override bool HasAxes => false;

    public override PlotlyObject? Domain => polar.Object("domain");

    public override IEnumerable<LegendEntry> Legend =>
        series.Where(s => s.Trace.Name is { Length: > 0 } && s.Trace.Flag("showlegend") is not false)
        .Select(s => new LegendEntry(PlainWords.Line(s.Trace.Name!), ColorOf(s.Trace, s.Color), s.Trace.Type == "barpolar"
            ? LegendMark.Swatch : LegendMark.Line));

    public override void Measure()
    {
        var values = series.SelectMany(s => s.Trace.Numbers("r") ?? []).Where(double.IsFinite).ToArray();
        if (polar.Object("radialaxis").Numbers("range") is [var from, var to] && to > from) (_low, _high) = (from, to);
        else if (values.Length > 0) (_low, _high) = (Math.Min(0, values.Min()), values.Max() * (values.Max() > 0 ? 1.05 : 0.95));
        if (_high <= _low) _high = _low + 1;
    }

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        var radius = Math.Max(20, Math.Min(area.Width / 2 - 60, area.Height / 2 - 20));
        double Distance(double r) => Math.Max(0, (r - _low) / (_high - _low)) * radius;
        (double X, double Y) At(double turns, double distance) =>
            (area.CenterX + distance * RingSlice.Cos(turns), area.CenterY - distance * RingSlice.Sin(turns));
        double[] ticks = [.. Ticks.Linear(_low, _high, 4).Where(t => t > _low)];
        foreach (var tick in ticks) svg.Circle(area.CenterX, area.CenterY, Distance(tick), SvgStyle.Grid with { Fill = "none" });
        svg.Circle(area.CenterX, area.CenterY, radius, SvgStyle.Axis with { Fill = "none" });
        foreach (var (turns, label) in _angles.Spokes)
        {
            var ((x, y), (labelX, labelY)) = (At(turns, radius), At(turns, radius + 10));
            svg.Line(area.CenterX, area.CenterY, x, y, SvgStyle.Grid);
            svg.Text(labelX, labelY + 4, PlainWords.Short(label, 16),
                RingSlice.Cos(turns) switch { > 0.2 => "start", < -0.2 => "end", _ => "middle" }, Size, opacity: 0.8);
        }

        foreach (var (trace, color) in series)
        {
            var r = trace.Numbers("r") ?? [];
            var turns = _angles.Of(trace, r.Length);
            if (trace.Type == "barpolar") Bars(svg, area, trace, ColorOf(trace, color), r, turns, Distance);
            else Line(svg, trace, ColorOf(trace, color),
                [.. r.Zip(turns).Where(p => double.IsFinite(p.First) && double.IsFinite(p.Second))
                .Select(p => At(p.Second, Distance(p.First)))], budget);
        }

        foreach (var (tick, label) in ticks.Zip(Ticks.Labels(ticks))) svg.Text(area.CenterX + Distance(tick) - 3, area.CenterY - 3, label,
            "end", Size, opacity: 0.8);
    }

    private static void Line(SvgWriter svg, Trace trace, string color, (double X, double Y)[] points, DrawingBudget budget)
    {
        if (points.Length > budget.LinePoints) points = [.. Enumerable.Range(0, budget.LinePoints)
            .Select(k => points[(int)((long)k * points.Length / budget.LinePoints)])];
        var mode = trace.Text("mode") ?? (points.Length <= 20 ? "lines+markers" : "lines");
        if (trace.Text("fill") is "toself" or "tonext") svg.Polygon(points,
            new SvgStyle(Fill: CssColor.Safe(trace.Text("fillcolor")) ?? color, FillOpacity: 0.25));
        if (mode.Contains("lines")) svg.Polyline(points,
            new SvgStyle(Fill: "none", Stroke: color, Width: trace.Object("line").Number("width") ?? 2));
        if (!mode.Contains("markers")) return;
        var marker = trace.Object("marker");
        for (var i = 0; i < Math.Min(points.Length, budget.Dots); i++)
            svg.Circle(points[i].X, points[i].Y, (marker.NumberAt("size", i) ?? 6) / 2,
                new SvgStyle(Fill: CssColor.Safe(marker.TextAt("color", i)) ?? color, Opacity: trace.Number("opacity")));
    }

    private void Bars(SvgWriter svg, Box area, Trace trace, string color, double[] r, double[] turns, Func<double, double> distance)
    {
        for (var i = 0; i < r.Length; i++)
        {
            if (!double.IsFinite(r[i]) || !double.IsFinite(turns[i]) || r[i] <= _low) continue;
            // Widths are degrees; the slice's angles run clockwise from the top.
            var (middle, half) = (0.25 - turns[i], (trace.NumberAt("width", i) / 360 ?? 1.0 / Math.Max(1, r.Length)) / 2);
            var own = CssColor.Safe(trace.Object("marker").TextAt("color", i)) ?? color;
            svg.Path(RingSlice.Path(area.CenterX, area.CenterY, distance(r[i]), 0, middle - half, middle + half),
                new SvgStyle(Fill: own, FillOpacity: 0.8, Stroke: Theme.Paper), NumberText.Short(r[i], 5));
        }
    }

    private static string ColorOf(Trace trace, string color) =>
        CssColor.Safe(trace.Object("line").Text("color")) ?? CssColor.Safe(trace.Object("marker").Text("color")) ?? color;
}
