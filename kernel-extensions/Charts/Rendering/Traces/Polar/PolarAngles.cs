namespace Qiansi.Charts.Rendering.Traces.Polar;

/// <summary>The directions of a polar plot, in turns, counter-clockwise from the right: angles in degrees or radians, or categories around
/// the circle.</summary>
internal sealed class PolarAngles
{
    private readonly bool _isClockwise;
    private readonly double _start;
    private readonly List<string> _categories = [];

    /// <param name="axis">The layout's <c>angularaxis</c>.</param>
    /// <param name="traces">All series of the plot.</param>
    public PolarAngles(PlotlyObject? axis, IReadOnlyList<Trace> traces)
    {
        _isClockwise = axis.Text("direction") == "clockwise";
        _start = (axis.Number("rotation") ?? (_isClockwise ? 90 : 0)) / 360;
        foreach (var texts in traces.Select(t => t["theta"]).OfType<string?[]>())
            foreach (var text in texts.OfType<string>().Where(t => !_categories.Contains(t))) _categories.Add(text);
    }

    /// <summary>The lines from the middle, with their labels.</summary>
    public IEnumerable<(double Turns, string Label)> Spokes => _categories.Count > 0
        ? _categories.Take(72).Select((c, i) => (Place((double)i / _categories.Count), PlainWords.Line(c)))
        : Enumerable.Range(0, 8).Select(k => (Place(k / 8.0), $"{k * 45}°"));

    /// <summary>The directions of a series' points; evenly around the circle when it has none.</summary>
    public double[] Of(Trace trace, int count)
    {
        var unit = trace.Text("thetaunit") == "radians" ? 2 * Math.PI : 360;
        return [.. Enumerable.Range(0, count).Select(i => trace["theta"] switch
        {
            string?[] texts =>
                Place(_categories.IndexOf(texts.ElementAtOrDefault(i) ?? "") is >= 0 and var at ? (double)at / _categories.Count
                : double.NaN),
            double[] numbers => Place((i < numbers.Length ? numbers[i] : double.NaN) / unit),
            _ => Place((trace.Number("theta0") ?? 0) / unit + i * (trace.Number("dtheta") is { } step ? step / unit : 1.0 / count)),
        })];
    }

    private double Place(double turns) => _start + (_isClockwise ? -turns : turns);
}
