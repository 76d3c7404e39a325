namespace Qiansi.Charts.Rendering.Colors;

/// <summary>The colours of numbers, as a trace describes them.</summary>
internal sealed class NumberColors
{
    private readonly (double At, Rgb Color)[] _stops;
    private readonly bool _reversed;

    private NumberColors((double, Rgb)[] stops, bool reversed, double min, double max) =>
        (_stops, _reversed, Min, Max) = (stops, reversed, min, max);

    /// <summary>The number of the first colour.</summary>
    public double Min { get; }

    /// <summary>The number of the last colour.</summary>
    public double Max { get; }

    /// <summary>The colours of a part with <c>colorscale</c> and <c>zmin</c> or <c>cmin</c>.</summary>
    /// <param name="part">A heatmap, a marker, ….</param>
    /// <param name="values">The numbers; those that are not finite are left out.</param>
    /// <param name="letter">First letter of the attributes of its range: z or c.</param>
    public static NumberColors Of(PlotlyObject part, IEnumerable<double> values, string letter)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) continue;
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (low > high) (low, high) = (0, 1);
        if (part.Number(letter + "mid") is { } middle && part.Number(letter + "min") is null && part.Number(letter + "max") is null)
        {
            var reach = Math.Max(Math.Abs(high - middle), Math.Abs(middle - low));
            (low, high) = (middle - reach, middle + reach);
        }

        return new(Stops(part["colorscale"]), part.Flag("reversescale") is true, part.Number(letter + "min") ?? low,
            part.Number(letter + "max") ?? high);
    }

    /// <summary>The colour of a number; the range's middle when the range has no width.</summary>
    public Rgb At(double value) => AtPart(Max > Min ? (value - Min) / (Max - Min) : 0.5);

    /// <summary>The colour at a part of the range.</summary>
    public Rgb AtPart(double part)
    {
        var place = Math.Clamp(_reversed ? 1 - part : part, 0, 1);
        var next = Array.FindIndex(_stops, s => s.At >= place);
        if (next <= 0) return _stops[next < 0 ? ^1 : 0].Color;
        var (before, after) = (_stops[next - 1], _stops[next]);
        return before.Color.Towards(after.Color, after.At > before.At ? (place - before.At) / (after.At - before.At) : 1);
    }

    private static (double, Rgb)[] Stops(object? scale)
    {
        if (scale is string name) return Even(NamedScales.Find(name));
        if (scale is Array pairs)
        {
            var stops = new List<(double, Rgb)>();
            foreach (var pair in pairs)
            {
                if (pair is object?[] { Length: 2 } and [double at, string color] && CssColor.Parse(color) is { } rgb) stops.Add((at, rgb));
            }

            if (stops.Count >= 2) return [.. stops.OrderBy(s => s.Item1)];
        }

        return Even(NamedScales.Find("Viridis"));
    }

    private static (double, Rgb)[] Even(IReadOnlyList<Rgb> colors) => [.. colors.Select((c, i) => (i / (double)(colors.Count - 1), c))];
}
