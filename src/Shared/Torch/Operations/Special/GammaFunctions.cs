using MathNet.Numerics;

namespace Qiansi.Torch.Operations;

/// <summary>The gamma function's relatives, in float64. Formulas: NIST Digital Library of Mathematical Functions, chapters 5, 8 and
/// 25.</summary>
internal static class GammaFunctions
{
    /// <summary>ln |Γ(x)|; below ½ by reflection (DLMF 5.5.3), +∞ at the poles.</summary>
    public static double LogGamma(double x)
    {
        if (double.IsInfinity(x)) return double.PositiveInfinity;
        if (x <= 0 && x == Math.Floor(x)) return double.PositiveInfinity;
        return x < 0.5 ? Math.Log(Math.PI / Math.Abs(double.SinPi(x))) - SpecialFunctions.GammaLn(1 - x) : SpecialFunctions.GammaLn(x);
    }

    /// <summary>ψ(x) = Γ′(x)/Γ(x); NaN at the negative poles, −∞ at 0, as PyTorch has it.</summary>
    public static double Digamma(double x)
    {
        if (x == 0) return double.CopySign(double.PositiveInfinity, -x);
        if (double.IsInfinity(x)) return x > 0 ? x : double.NaN;
        if (x < 0) return x == Math.Floor(x) ? double.NaN : Digamma(1 - x) - (Math.PI / double.TanPi(x));
        // ψ(x) = ψ(x + 1) − 1/x up to where the asymptotic series (DLMF 5.11.2) is exact to float64.
        var sum = 0.0;
        for (; x < 10; x++) sum -= 1 / x;
        var z = 1 / (x * x);
        var series = z * ((1.0 / 12) - (z * ((1.0 / 120)
            - (z * ((1.0 / 252) - (z * ((1.0 / 240) - (z * ((1.0 / 132) - (z * 691 / 32760))))))))));
        return sum + Math.Log(x) - (0.5 / x) - series;
    }

    /// <summary>The nth derivative of ψ, (−1)ⁿ⁺¹ n! ζ(n + 1, x) (DLMF 5.15.1 and 25.11).</summary>
    public static double Polygamma(long n, double x) =>
        n == 0 ? Digamma(x) : (n % 2 == 0 ? -1 : 1) * SpecialFunctions.Gamma(n + 1.0) * HurwitzZeta(n + 1.0, x);

    /// <summary>Γ(a, x)'s complement divided by Γ(a): the distribution function of the gamma distribution.</summary>
    public static double LowerRegularized(double a, double x) =>
        x < 0 || a < 0 || double.IsNaN(a + x) ? double.NaN : a == 0 ? 1 : double.IsPositiveInfinity(x) ? 1
        : SpecialFunctions.GammaLowerRegularized(a, x);

    /// <summary>Σ 1/(x + k)ˢ by Euler and Maclaurin's formula (DLMF 2.10.1), for x above 0.</summary>
    private static double HurwitzZeta(double s, double x)
    {
        if (x <= 0) return x == Math.Floor(x) ? double.PositiveInfinity : double.NaN;
        const int Terms = 12;
        ReadOnlySpan<double> bernoulli = [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510];
        var sum = 0.0;
        for (var k = 0; k < Terms; k++) sum += Math.Pow(x + k, -s);
        var end = x + Terms;
        sum += (Math.Pow(end, 1 - s) / (s - 1)) + (0.5 * Math.Pow(end, -s));
        var factor = s * Math.Pow(end, -s - 1) / 2;
        for (var k = 0; k < bernoulli.Length; k++)
        {
            sum += bernoulli[k] * factor;
            factor *= (s + (2 * k) + 1) * (s + (2 * k) + 2) / ((2 * k + 3) * (2 * k + 4) * end * end);
        }

        return sum;
    }
}
