using Qiansi.Charts.Rendering.Traces.Parts;

namespace Qiansi.Charts.Rendering.Traces;

/// <summary>One number, its change, and where it lies within a range.</summary>
internal sealed class IndicatorDrawing(Trace trace, string color) : TraceDrawing(trace, color)
{
    public override bool HasAxes => false;

    public override PlotlyObject? Domain => Trace.Object("domain");

    public override IEnumerable<LegendEntry> Legend => [];

    public override void Measure()
    {
    }

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        var mode = Trace.Text("mode") ?? "number";
        var value = Trace.Number("value") ?? double.NaN;
        var (middle, size) = (area.CenterY, Math.Clamp(Math.Min(area.Width / 6, area.Height / 4), 14, 56));
        if (mode.Contains("gauge")) middle = Gauge(svg, area, value);
        if (Trace.Text("title") is { } title) svg.Text(area.CenterX, area.Top + 18, PlainWords.Line(title), "middle", 15);
        var number = Trace.Object("number");
        if (mode.Contains("number")) svg.Text(area.CenterX, middle + size / 3,
            $"{number.Text("prefix")}{NumberText.Short(value, 5)}{number.Text("suffix")}", "middle", size);
        if (mode.Contains("delta") && Trace.Object("delta") is var delta && (delta.Number("reference") ?? 0) is var reference)
        {
            var change = value - reference;
            var words = delta.Flag("relative") is true ? NumberText.Short(change / reference * 100, 3) + " %"
                : NumberText.Short(Math.Abs(change), 4);
            var mark = (change < 0 ? "▼ " : "▲ ") + words;
            svg.Text(area.CenterX, middle + size / 3 + 26, mark, "middle", 16,
                (change < 0 ? Palette.Categories[1] : Palette.Categories[2]).ToString());
        }
    }

    /// <summary>Draws half a ring, filled up to the value.</summary>
    /// <returns>Where the number stands.</returns>
    private double Gauge(SvgWriter svg, Box area, double value)
    {
        var axis = Trace.Object("gauge").Object("axis");
        var (low, high) = axis.Numbers("range") is [var a, var b] && b > a ? (a, b) : (0, Math.Max(1, value * 1.5));
        var radius = Math.Min(area.Width / 2 - 40, area.Height - 70);
        var bottom = area.Top + 40 + radius;
        var part = double.IsFinite(value) ? Math.Clamp((value - low) / (high - low), 0, 1) : 0;
        var fill = CssColor.Safe(Trace.Object("gauge").Object("bar").Text("color")) ?? Color;
        svg.Path(RingSlice.Path(area.CenterX, bottom, radius, radius * 0.7, -0.25, 0.25),
            new SvgStyle(Fill: "currentColor", FillOpacity: 0.1));
        if (part > 0) svg.Path(RingSlice.Path(area.CenterX, bottom, radius, radius * 0.7, -0.25, -0.25 + part / 2),
            new SvgStyle(Fill: fill));
        svg.Text(area.CenterX - radius * 0.85, bottom + 16, NumberText.Short(low), "middle", 11, opacity: 0.8);
        svg.Text(area.CenterX + radius * 0.85, bottom + 16, NumberText.Short(high), "middle", 11, opacity: 0.8);
        return bottom - radius * 0.2;
    }
}
