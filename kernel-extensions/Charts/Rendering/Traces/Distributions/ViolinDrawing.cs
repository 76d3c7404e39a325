namespace Qiansi.Charts.Rendering.Traces.Distributions;

/// <summary>The density of values, mirrored.</summary>
internal sealed class ViolinDrawing(Trace trace, string color) : DistributionDrawing(trace, color)
{
    private const int Steps = 64;

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        if (Opacity is { } opacity) svg.Group(style: new SvgStyle(Opacity: opacity));
        foreach (var (place, sorted) in Groups) DrawGroup(svg, place + Offset, sorted);
        if (Opacity is not null) svg.End();
    }

    protected override void IncludeValues(double[] sorted)
    {
        var density = Density.Of(sorted, Trace.Number("bandwidth"));
        ValueAxis.Include([density.Low, density.High]);
    }

    private void DrawGroup(SvgWriter svg, double middle, double[] sorted)
    {
        var density = Density.Of(sorted, Trace.Number("bandwidth"));
        var half = Width / 2;
        var places = Enumerable.Range(0, Steps + 1).Select(i => density.Low + (density.High - density.Low) * i / Steps).ToArray();
        var heights = places.Select(density.At).ToArray();
        var highest = heights.Max();
        if (highest <= 0) return;
        var side = Trace.Text("side");
        var up = places.Zip(heights, (v, h) => Point(middle + (side == "negative" ? 0 : half * h / highest), v));
        var down = places.Zip(heights, (v, h) => Point(middle - (side == "positive" ? 0 : half * h / highest), v)).Reverse();
        (double X, double Y)[] outline = [.. up, .. down];
        var numbers = Quartiles.Of(sorted);
        var words = Hover(
            $"median {ValueAxis.Words(numbers.Median)}, {ValueAxis.Words(sorted[0])} to {ValueAxis.Words(sorted[^1])}, "
                + $"{NumberText.Count(sorted.Length)} values");
        svg.Polygon(outline, Fill is null ? new SvgStyle(Fill: Stroke, Opacity: 0.3) : new SvgStyle(Fill: Fill), words)
            .Polygon(outline, new SvgStyle(Fill: "none", Stroke: Stroke, Width: 1.75));
        if (Trace.Object("box").Flag("visible") is true) BoxDrawing.DrawBox(svg, Point, middle, half * 0.15, numbers, Stroke, null, null);
        if (Trace.Object("meanline").Flag("visible") is not true) return;
        var mean = sorted.Average();
        var reach = half * density.At(mean) / highest;
        var (from, to) = (Point(middle - reach, mean), Point(middle + reach, mean));
        svg.Line(from.X, from.Y, to.X, to.Y, new SvgStyle(Stroke: Stroke, Width: 1.5, Dash: "3 3"), $"mean {ValueAxis.Words(mean)}");
    }
}
