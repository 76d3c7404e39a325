namespace Qiansi.Torch.RandomNumbers;

/// <summary>Normal numbers within bounds: <c>nn.init.trunc_normal_</c>, by the inverse of the distribution function.</summary>
internal static class TruncatedNormalFill
{
    /// <summary>
    /// Fills with numbers of a normal distribution cut off below <paramref name="low"/> and above <paramref name="high"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The standard deviation is not above 0, or the bounds are in the wrong order.</exception>
    public static void Fill(CpuGenerator generator, Span<float> values, double mean = 0, double std = 1, double low = -2, double high = 2)
    {
        var (from, to) = Range(mean, std, low, high);
        UniformFill.Fill(generator, values, from, to);
        var scale = (float)(std * Math.Sqrt(2));
        foreach (ref var value in values) value = Math.Clamp(InverseErf.Of(value) * scale + (float)mean, (float)low, (float)high);
    }

    /// <inheritdoc cref="Fill(CpuGenerator, Span{float}, double, double, double, double)"/>
    public static void Fill(CpuGenerator generator, Span<double> values, double mean = 0, double std = 1, double low = -2, double high = 2)
    {
        var (from, to) = Range(mean, std, low, high);
        UniformFill.Fill(generator, values, from, to);
        var scale = std * Math.Sqrt(2);
        foreach (ref var value in values) value = Math.Clamp(InverseErf.Of(value) * scale + mean, low, high);
    }

    private static (double From, double To) Range(double mean, double std, double low, double high)
    {
        if (!(std > 0)) throw new ArgumentException($"trunc_normal_: the standard deviation has to be above 0, not {std}");
        if (!(low < high)) throw new ArgumentException($"trunc_normal_: the lower bound ({low}) has to be below the upper one ({high})");
        return (2 * Cumulative((low - mean) / std) - 1, 2 * Cumulative((high - mean) / std) - 1);
    }

    private static double Cumulative(double x) => (1 + Erf.Of(x / Math.Sqrt(2))) / 2;
}
