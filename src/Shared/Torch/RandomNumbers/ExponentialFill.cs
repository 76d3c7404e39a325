namespace Qiansi.Torch.RandomNumbers;

/// <summary>Exponentially distributed numbers, −log(1 − u)/λ in float64: <c>exponential_</c>.</summary>
internal static class ExponentialFill
{
    /// <summary>Fills with numbers whose mean is 1/λ.</summary>
    /// <exception cref="ArgumentException">λ is not above 0.</exception>
    public static void Fill(CpuGenerator generator, Span<float> values, double lambda = 1)
    {
        Check(lambda);
        foreach (ref var value in values) value = (float)Next(generator, lambda);
    }

    /// <inheritdoc cref="Fill(CpuGenerator, Span{float}, double)"/>
    public static void Fill(CpuGenerator generator, Span<double> values, double lambda = 1)
    {
        Check(lambda);
        foreach (ref var value in values) value = Next(generator, lambda);
    }

    private static double Next(CpuGenerator generator, double lambda) => -1.0 / lambda * Math.Log(1 - generator.NextDouble());

    private static void Check(double lambda)
    {
        if (!(lambda > 0)) throw new ArgumentException($"exponential_: lambda has to be above 0, not {lambda}");
    }
}
