namespace Qiansi.Tensors.Charts;

/// <summary>How often numbers fall into equal parts of their range.</summary>
/// <param name="Min">Start of the range.</param>
/// <param name="Max">End of the range.</param>
/// <param name="Counts">Numbers in each part.</param>
internal sealed record Histogram(double Min, double Max, long[] Counts)
{
    /// <summary>Counts finite numbers; null when there are none.</summary>
    /// <param name="values">Any numbers; NaN and infinities are passed over.</param>
    /// <param name="bins">How many parts, null: as many as the numbers deserve. Whole numbers of a small range get a part each.</param>
    public static Histogram? Of(ReadOnlySpan<double> values, int? bins = null)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        var whole = true;
        long finite = 0;
        foreach (var value in values)
        {
            if (!double.IsFinite(value)) continue;
            finite++;
            if (value < min) min = value;
            if (value > max) max = value;
            whole = whole && value == Math.Floor(value);
        }

        if (finite == 0) return null;
        if (bins is null && whole && max - min < 40) return Count(values, min - 0.5, max + 0.5, (int)(max - min) + 1);
        if (min == max) return Count(values, min - Margin(min), max + Margin(min), 1);
        return Count(values, min, max, bins ?? Math.Clamp((int)Math.Round(2 * Math.Cbrt(finite)), 8, 48));
    }

    private static double Margin(double value) => value == 0 ? 0.5 : Math.Abs(value) / 2;

    private static Histogram Count(ReadOnlySpan<double> values, double min, double max, int bins)
    {
        var counts = new long[bins];
        foreach (var value in values)
        {
            if (double.IsFinite(value)) counts[Math.Clamp((int)((value - min) / (max - min) * bins), 0, bins - 1)]++;
        }

        return new Histogram(min, max, counts);
    }
}
