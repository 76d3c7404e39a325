using Qiansi.Tensors.Heatmaps;

namespace Qiansi.Tensors.Charts;

/// <summary>Draws numbers in a row: few as bars, many as the band between the smallest and largest of each stretch.</summary>
internal static class SeriesDrawing
{
    private const int MostBars = 96;
    private const double Left = 40;
    private const double Top = 8;
    private const double Width = 360;
    private const double Height = 120;

    /// <summary>Draws a vector.</summary>
    /// <param name="source">The one row of it is drawn.</param>
    /// <param name="axis">What the elements are called.</param>
    /// <param name="statistics">Its statistics.</param>
    /// <param name="text">How a number is written.</param>
    public static string Draw(PlaneSource source, string axis, Statistics statistics, Func<double, string> text)
    {
        var count = source.Columns;
        var svg = new SvgWriter(Left + Width + 6, Top + Height + 30, $"{count} numbers along {axis}");
        var (low, high) = Range(statistics);
        double Y(double value) => Top + ((high - Math.Clamp(value, low, high)) / (high - low) * Height);
        var ticks = Ticks.Linear(low, high, 4);
        foreach (var (tick, label) in ticks.Zip(Ticks.Labels(ticks)))
        {
            svg.Line(Left, Y(tick), Left + Width, Y(tick), SvgStyle.Grid);
            svg.Text(Left - 5, Y(tick) + 3.5, label, "end", 10);
        }

        if (count <= MostBars) Bars(svg, source, axis, text, Y);
        else Band(svg, source, axis, Y);
        svg.Line(Left, Y(0), Left + Width, Y(0), SvgStyle.Axis);
        foreach (var at in Indices(count))
            svg.Text(Left + ((at + 0.5) / count * Width), Top + Height + 13, NumberText.Count(at), "middle", 10);
        svg.Text(Left + (Width / 2), Top + Height + 27, $"{axis} →", "middle", 11, opacity: 0.75);
        return svg.ToHtml();
    }

    private static void Bars(SvgWriter svg, PlaneSource source, string axis, Func<double, string> text, Func<double, double> y)
    {
        var values = Plane.Read(source, 1, MostBars).Values;
        var bar = Width / values.Length;
        var gap = Math.Max(bar > 5 ? Math.Min(4, bar * 0.2) : 0, bar - 48);
        var zero = y(0);
        for (var i = 0; i < values.Length; i++)
        {
            var x = Left + (i * bar) + (gap / 2);
            var title = $"{axis} {i}: {text(values[i])}";
            if (!double.IsFinite(values[i]))
            {
                svg.Rect(x, Top, bar - gap, Height, SvgStyle.Filled(HeatScale.NotFinite, 0.9), title: title);
                continue;
            }

            var at = y(values[i]);
            svg.Rect(x, Math.Min(at, zero), bar - gap, Math.Max(1, Math.Abs(at - zero)), SvgStyle.Filled(Palette.Category(0)),
                title: title);
        }
    }

    private static void Band(SvgWriter svg, PlaneSource source, string axis, Func<double, double> y)
    {
        const int Most = 210;
        const int Looks = 256;
        var stretches = (int)Math.Min(source.Columns, Most);
        var step = Width / stretches;
        var values = new double[Looks];
        List<(double, double)> above = [], below = [];
        for (var s = 0; s < stretches; s++)
        {
            var first = Plane.First(s, stretches, source.Columns);
            var length = Plane.First(s + 1, stretches, source.Columns) - first;
            var looked = values.AsSpan(0, (int)Math.Min(length, Looks));
            Elements.Read(source.Tensor, source.Place + (first * source.ColumnStride),
                source.ColumnStride * (length / looked.Length), looked);
            var part = Statistics.Of(looked.ToArray());
            if (part.NotFinite > 0)
                svg.Rect(Left + (s * step), Top, Math.Max(step, 1.5), Height, SvgStyle.Filled(HeatScale.NotFinite),
                    title: $"{axis} {first} to {first + length - 1}: {part.NotFinite} not finite");
            if (double.IsNaN(part.Min)) continue;
            var x = Left + ((s + 0.5) * step);
            above.Add((x, y(part.Max) - 0.5));
            below.Add((x, y(part.Min) + 0.5));
        }

        below.Reverse();
        svg.Polygon([.. above, .. below],
            new SvgStyle(Fill: Palette.Category(0).ToString(), Stroke: Palette.Category(0).ToString(), Width: 1));
    }

    private static (double Low, double High) Range(Statistics statistics)
    {
        if (double.IsNaN(statistics.Min)) return (0, 1);
        // Bars start at 0; a band of numbers far from it does not.
        var (low, high) = (statistics.Min, statistics.Max);
        var isFar = (low > 0 || high < 0) && high - low < 0.5 * Math.Max(Math.Abs(low), Math.Abs(high));
        if (statistics.Count <= MostBars || !isFar) (low, high) = (Math.Min(0, low), Math.Max(0, high));
        return high > low ? (low, high) : (low - 0.5, low + 0.5);
    }

    private static IEnumerable<long> Indices(long count) =>
        count == 1 ? [0L] : Ticks.Linear(0, count - 1, 8).Where(t => t == Math.Floor(t)).Select(t => (long)t);
}
