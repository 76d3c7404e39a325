namespace Qiansi.Vision.Transforms;

/// <summary>Single random numbers.</summary>
internal static class Draw
{
    public static double Between(double low, double high, Generator? generator)
    {
        if (low > high) throw new ArgumentException($"a random number lies between a lower and a higher one, not between {low} and {high}");
        return low + (high - low) * rand(1, dtype: float64, generator: generator).item<double>();
    }

    public static bool Happens(double p, Generator? generator)
    {
        if (p is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "a probability is from 0 to 1");
        return Between(0, 1, generator) < p;
    }

    /// <summary>An integer from 0 to this one, that included.</summary>
    public static long Upto(long most, Generator? generator) => most <= 0 ? 0 : (long)(Between(0, 1, generator) * (most + 1));
}
