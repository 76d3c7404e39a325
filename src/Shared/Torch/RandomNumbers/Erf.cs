namespace Qiansi.Torch.RandomNumbers;

/// <summary>The error function in float64, for <see cref="InverseErf"/>.</summary>
internal static class Erf
{
    /// <summary>2/√π ∫₀ˣ exp(−t²) dt, to about 1e−16: its power series near 0, the continued fraction of the complement beyond.</summary>
    public static double Of(double x)
    {
        var a = Math.Abs(x);
        return a < 2.5 ? Series(x) : a > 6 ? Math.CopySign(1, x) : Math.CopySign(1 - Complement(a), x);
    }

    /// <summary>erf x = 2/√π exp(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (2n+1)!! (Abramowitz and Stegun 7.1.6): all terms positive, nothing cancels.</summary>
    private static double Series(double x)
    {
        double term = x, sum = x;
        for (var n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++) sum += term *= 2 * x * x / (2 * n + 1);
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>
    /// erfc x = exp(−x²)/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …)))) (Abramowitz and Stegun 7.1.14), from its 60th level up.
    /// </summary>
    private static double Complement(double x)
    {
        var tail = x;
        for (var n = 60; n > 0; n--) tail = x + n / 2.0 / tail;
        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * tail);
    }
}
