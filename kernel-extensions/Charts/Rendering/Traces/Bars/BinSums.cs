namespace Qiansi.Charts.Rendering.Traces.Bars;

/// <summary>What a histogram shows of the values in each bin.</summary>
internal static class BinSums
{
    /// <summary>One number a bin.</summary>
    /// <param name="bins">The bins.</param>
    /// <param name="values">What is put into them.</param>
    /// <param name="weights">What is summed or averaged; null to count.</param>
    /// <param name="function">Plotly's <c>histfunc</c>.</param>
    /// <param name="norm">Plotly's <c>histnorm</c>.</param>
    public static double[] Of(Bins bins, double[] values, double[]? weights, string? function, string? norm)
    {
        var (sums, counts) = (new double[bins.Count], new int[bins.Count]);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]) || bins.IndexOf(values[i]) is var bin && bin < 0) continue;
            var weight = weights is not null && i < weights.Length ? weights[i] : 1;
            if (!double.IsFinite(weight)) continue;
            sums[bin] = function switch
            {
                "min" => counts[bin] == 0 ? weight : Math.Min(sums[bin], weight),
                "max" => counts[bin] == 0 ? weight : Math.Max(sums[bin], weight),
                "sum" or "avg" => sums[bin] + weight,
                _ => sums[bin] + 1,
            };
            counts[bin]++;
        }

        if (function == "avg")
            for (var i = 0; i < sums.Length; i++) sums[i] = counts[i] == 0 ? double.NaN : sums[i] / counts[i];
        var total = sums.Where(double.IsFinite).Sum();
        var factor = norm switch
        {
            "percent" => 100 / total,
            "probability" => 1 / total,
            "density" => 1 / bins.Size,
            "probability density" => 1 / (total * bins.Size),
            _ => 1,
        };
        return total == 0 || factor == 1 ? sums : Array.ConvertAll(sums, s => s * factor);
    }
}
