namespace Qiansi.Charts.Live;

/// <summary>A running mean that forgets.</summary>
internal static class Smoothing
{
    /// <summary>
    /// Exponentially weighted means, corrected for their start (Kingma and Ba, Adam, 2015, section 3); NaN stays NaN and is not counted.
    /// </summary>
    /// <param name="values">The values.</param>
    /// <param name="weight">Weight of the past, 0 to below 1.</param>
    public static double[] Running(IReadOnlyList<double> values, double weight)
    {
        var result = new double[values.Count];
        double mean = 0, seen = 1;
        for (var i = 0; i < result.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                result[i] = double.NaN;
                continue;
            }

            mean = weight * mean + (1 - weight) * values[i];
            seen *= weight;
            result[i] = mean / (1 - seen);
        }

        return result;
    }
}
