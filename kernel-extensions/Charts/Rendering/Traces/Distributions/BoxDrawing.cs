namespace Qiansi.Charts.Rendering.Traces.Distributions;

/// <summary>Median, quartiles, whiskers and outliers.</summary>
internal sealed class BoxDrawing(Trace trace, string color) : DistributionDrawing(trace, color)
{
    private const int MostOutliers = 60;

    private string Points => Trace["boxpoints"] is false ? "none" : Trace.Text("boxpoints") ?? "outliers";

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        if (Opacity is { } opacity) svg.Group(style: new SvgStyle(Opacity: opacity));
        foreach (var (place, sorted) in Groups) DrawGroup(svg, place + Offset, sorted);
        if (Opacity is not null) svg.End();
    }

    /// <summary>Draws a box of values; also within a violin.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="point">Gives a point across and along the box.</param>
    /// <param name="middle">Its middle.</param>
    /// <param name="half">Half its width.</param>
    /// <param name="numbers">What it shows.</param>
    /// <param name="stroke">Colour.</param>
    /// <param name="fill">Colour of the inside; the stroke's, thinned, when null.</param>
    /// <param name="words">Words for the pointer.</param>
    public static void DrawBox(SvgWriter svg, Func<double, double, (double X, double Y)> point, double middle, double half,
        Quartiles numbers, string stroke, string? fill, string? words)
    {
        (double, double)[] corners = [point(middle - half, numbers.Q1), point(middle + half, numbers.Q1), point(middle + half, numbers.Q3),
            point(middle - half, numbers.Q3)];
        svg.Polygon(corners, fill is null ? new SvgStyle(Fill: stroke, Opacity: 0.3) : new SvgStyle(Fill: fill), words);
        var lines = Segment(point(middle - half, numbers.Median), point(middle + half, numbers.Median)) + Segment(point(middle, numbers.Q1),
            point(middle, numbers.Low)) + Segment(point(middle, numbers.Q3), point(middle, numbers.High))
            + Segment(point(middle - half / 2, numbers.Low), point(middle + half / 2, numbers.Low))
            + Segment(point(middle - half / 2, numbers.High), point(middle + half / 2, numbers.High));
        svg.Polygon(corners, new SvgStyle(Fill: "none", Stroke: stroke, Width: 1.75))
            .Path(lines, new SvgStyle(Fill: "none", Stroke: stroke, Width: 1.75));
    }

    protected override void IncludeValues(double[] sorted) => ValueAxis.Include([sorted[0], sorted[^1]]);

    private static string Segment((double X, double Y) from, (double X, double Y) to) => $"M{N(from.X)},{N(from.Y)}L{N(to.X)},{N(to.Y)}";

    private static string N(double value) => SvgWriter.Number(Math.Round(value, 1));

    private void DrawGroup(SvgWriter svg, double middle, double[] sorted)
    {
        var numbers = Quartiles.Of(sorted);
        var half = Width / 2;
        var words = Hover(
            $"{(GroupAxis.Words(middle) is { Length: > 0 } group && group != Name ? group + ": " : "")}median "
                + $"{ValueAxis.Words(numbers.Median)}, quartiles {ValueAxis.Words(numbers.Q1)} and {ValueAxis.Words(numbers.Q3)}, "
                + $"{NumberText.Count(sorted.Length)} values");
        DrawBox(svg, Point, middle, half, numbers, Stroke, Fill, words);
        if (Trace["boxmean"] is true or "sd")
        {
            var mean = sorted.Average();
            var (from, to) = (Point(middle - half, mean), Point(middle + half, mean));
            svg.Line(from.X, from.Y, to.X, to.Y, new SvgStyle(Stroke: Stroke, Width: 1.5, Dash: "3 3"), $"mean {ValueAxis.Words(mean)}");
        }

        var shown = Points switch
        {
            "none" => [],
            "all" => sorted,
            _ => [.. sorted.Where(v => v < numbers.Low || v > numbers.High)],
        };
        var isBeside = Points == "all";
        if (shown.Length > MostOutliers)
            shown = [.. Enumerable.Range(0, MostOutliers).Select(k => shown[(int)((long)k * (shown.Length - 1) / (MostOutliers - 1))])];
        for (var i = 0; i < shown.Length; i++)
        {
            // Points beside the box are spread in a fixed order, so that the drawing is the same each time.
            var across = isBeside ? middle - half * 1.25 + half * 0.3 * ((i * 7 % 11) / 10.0 - 0.5) : middle;
            var at = Point(across, shown[i]);
            svg.Circle(at.X, at.Y, 2.5, new SvgStyle(Fill: Stroke, Opacity: 0.8), ValueAxis.Words(shown[i]));
        }
    }
}
