namespace Qiansi.Charts.Rendering.Traces.Distributions;

/// <summary>What a box shows of sorted values.</summary>
/// <param name="Q1">The lower quartile.</param>
/// <param name="Median">The median.</param>
/// <param name="Q3">The upper quartile.</param>
/// <param name="Low">The least value within 1.5 interquartile ranges below the box.</param>
/// <param name="High">The greatest value within 1.5 interquartile ranges above the box.</param>
/// <remarks>
/// Whiskers after Tukey, Exploratory data analysis, 1977; quartiles by the fifth rule of Hyndman and Fan (1996), which is what Plotly calls
/// linear.
/// </remarks>
internal readonly record struct Quartiles(double Q1, double Median, double Q3, double Low, double High)
{
    /// <summary>Those of sorted values, at least one.</summary>
    public static Quartiles Of(double[] sorted)
    {
        var (q1, median, q3) = (At(sorted, 0.25), At(sorted, 0.5), At(sorted, 0.75));
        var reach = 1.5 * (q3 - q1);
        return new(q1, median, q3, sorted.First(v => v >= q1 - reach), sorted.Last(v => v <= q3 + reach));
    }

    /// <summary>The value below which a part of the sorted values lies.</summary>
    public static double At(double[] sorted, double part)
    {
        var place = part * sorted.Length - 0.5;
        if (place <= 0) return sorted[0];
        if (place >= sorted.Length - 1) return sorted[^1];
        var below = (int)place;
        return sorted[below] + (sorted[below + 1] - sorted[below]) * (place - below);
    }
}
