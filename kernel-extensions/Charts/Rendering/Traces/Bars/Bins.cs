namespace Qiansi.Charts.Rendering.Traces.Bars;

/// <summary>Equal parts of a range.</summary>
/// <param name="Start">Where the first begins.</param>
/// <param name="Size">How long each is.</param>
/// <param name="Count">How many.</param>
internal readonly record struct Bins(double Start, double Size, int Count)
{
    private const int Most = 2000;

    /// <summary>The bin of a value; -1 outside.</summary>
    public int IndexOf(double value)
    {
        var index = (int)Math.Floor((value - Start) / Size);
        // The last bin includes its end, where the greatest value often lies.
        if (index == Count && value <= Start + Size * Count * (1 + 1e-12)) index--;
        return index >= 0 && index < Count ? index : -1;
    }

    /// <summary>The middle of a bin.</summary>
    public double Middle(int index) => Start + Size * (index + 0.5);

    /// <summary>Bins for values: those the trace asks for, else of round size, about as many as Freedman and Diaconis advise.</summary>
    /// <param name="values">The values; those that are not finite are left out.</param>
    /// <param name="given">Plotly's <c>xbins</c>: start, end, size.</param>
    /// <param name="most">Plotly's <c>nbinsx</c>: at most so many.</param>
    /// <remarks>Freedman and Diaconis, On the histogram as a density estimator, 1981.</remarks>
    public static Bins Of(double[] values, PlotlyObject? given, double? most)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        if (sorted.Length == 0) return new Bins(0, 1, 1);
        var (low, high) = (sorted[0], sorted[^1]);
        if (given.Number("size") is > 0 and var size)
        {
            var start = given.Number("start") ?? Math.Floor(low / size) * size;
            return new Bins(start, size, (int)Math.Clamp(Math.Ceiling(((given.Number("end") ?? high) - start) / size), 1, Most));
        }

        if (high <= low) return new Bins(low - 0.5, 1, 1);
        var wanted = most is > 0 and var asked ? Math.Min(asked, Most) : Advised(sorted);
        var isWhole = sorted.Length <= 100_000 && Array.TrueForAll(sorted, v => v == Math.Floor(v));
        var step = Round((high - low) / wanted, upwards: most is > 0);
        if (isWhole && step < 1) step = 1;
        // Whole numbers stand in the middle of their bins.
        var first = isWhole && step == 1 ? low - 0.5 : Math.Floor(low / step) * step;
        var count = (int)Math.Clamp(
            Math.Floor((high - first) / step) + (high - first > Math.Floor((high - first) / step) * step || isWhole ? 1 : 0), 1, Most);
        return new Bins(first, step, count);
    }

    private static double Advised(double[] sorted)
    {
        var spread = sorted[sorted.Length * 3 / 4] - sorted[sorted.Length / 4];
        var range = sorted[^1] - sorted[0];
        var width = 2 * spread / Math.Cbrt(sorted.Length);
        return Math.Clamp(width > 0 ? range / width : Math.Log2(sorted.Length) + 1, 4, 100);
    }

    private static double Round(double size, bool upwards)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(size)));
        var part = size / power;
        double[] round = [1, 2, 5, 10];
        return (upwards ? round.First(r => r >= part * (1 - 1e-9)) : round.MinBy(r => Math.Abs(Math.Log(r / part)))) * power;
    }
}
