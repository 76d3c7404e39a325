using System.Numerics;

namespace Qiansi.Torch.RandomNumbers;

/// <summary>
/// The inverse of the error function (<c>erfinv</c>), behind truncated normal numbers: a rational approximation and two steps of Newton's
/// method, as PyTorch computes it.
/// </summary>
internal static class InverseErf
{
    /// <summary>The y whose error function is <paramref name="x"/>; ±∞ at ±1, NaN beyond.</summary>
    public static double Of(double x)
    {
        if (Math.Abs(x) >= 1) return Edge(x);
        var y = Estimate(x);
        for (var step = 0; step < 2; step++) y -= (Erf.Of(y) - x) / (2 / Math.Sqrt(Math.PI) * Math.Exp(-y * y));
        return y;
    }

    /// <inheritdoc cref="Of(double)"/>
    public static float Of(float x)
    {
        if (MathF.Abs(x) >= 1) return (float)Edge(x);
        var y = Estimate(x);
        for (var step = 0; step < 2; step++) y -= ((float)Erf.Of(y) - x) / ((float)(2 / Math.Sqrt(Math.PI)) * MathF.Exp(-y * y));
        return y;
    }

    private static double Edge(double x) => Math.Abs(x) == 1 ? Math.CopySign(double.PositiveInfinity, x) : double.NaN;

    private static T Estimate<T>(T x)
        where T : IFloatingPointIeee754<T>, IPowerFunctions<T>
    {
        if (T.Abs(x) <= T.CreateTruncating(0.7))
        {
            var z = x * x;
            return x * Polynomial(z, -0.140543331, 0.914624893, -1.645349621, 0.886226899)
                / Polynomial(z, 0.012229801, -0.329097515, 1.442710462, -2.118377725, 1);
        }

        var tail = T.Sqrt(-T.Log((T.One - T.Abs(x)) / T.CreateTruncating(2)));
        return T.CopySign(Polynomial(tail, 1.641345311, 3.429567803, -1.624906493, -1.970840454), x) / Polynomial(tail, 1.637067800,
            3.543889200, 1);
    }

    private static T Polynomial<T>(T x, params ReadOnlySpan<double> coefficients)
        where T : IFloatingPointIeee754<T>
    {
        var sum = T.CreateTruncating(coefficients[0]);
        foreach (var coefficient in coefficients[1..]) sum = sum * x + T.CreateTruncating(coefficient);
        return sum;
    }
}
