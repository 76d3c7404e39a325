using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// Exponential functions and what is built on them. float32: polynomials fitted for the purpose, at most 2 ulp from the true value;
/// float64: lane by lane through <see cref="Math"/>. NaN, infinities and the ends of the range come out as in C.
/// </summary>
internal static unsafe class VecExp
{
    /// <summary>e^x. x = n·ln 2 + r, e^x = 2^n · (1 + r + r²·P(r)), |r| ≤ ln 2 / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        if (typeof(T) == typeof(double)) return V.Map(x, &ScalarExp);
        // The bounds come first: with a NaN the second operand is the answer.
        x = V.MinFast(V.Const(89), V.MaxFast(V.Const(-104), x));
        var n = V.Round(x * V.Const(1.4426950408889634));
        var p = Reduced<T, V>(x, n);
        // 2^n in two factors, so that both ends (subnormal, overflow) come out right.
        var half = V.Floor(n * V.Const(0.5));
        return p * PowerOfTwo<T, V>(half) * PowerOfTwo<T, V>(n - half);
    }

    /// <summary>
    /// e^x for x ≤ 0 and NaN (softmax, attention): below -87.3 the result is 0, where <see cref="Exp{T,V}"/> still gives subnormals.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ExpOfNegative<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        if (typeof(T) == typeof(double)) return V.Map(x, &ScalarExp);
        var tooSmall = V.Greater(V.Const(-87.33), x);
        x = V.MaxFast(V.Const(-88), x);
        var n = V.Round(x * V.Const(1.4426950408889634));
        return V.AndNot(Reduced<T, V>(x, n) * PowerOfTwo<T, V>(n), tooSmall);
    }

    /// <summary>e^x - 1, without cancellation near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Expm1<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        if (typeof(T) == typeof(double)) return V.Map(x, &ScalarExpm1);
        x = V.MinFast(V.Const(89), V.MaxFast(V.Const(-30), x));
        var n = V.Round(x * V.Const(1.4426950408889634));
        var r = V.Fma(n, V.Const(-0.693145751953125), x);
        r = V.Fma(n, V.Const(-1.428606820309417e-06), r);
        var q = V.Fma(r * r, Fraction<T, V>(r), r);
        // 2^n·(e^r - 1) + 2^n - 1, with 2^n in two factors.
        var half = V.Floor(n * V.Const(0.5));
        var factor = PowerOfTwo<T, V>(half);
        return V.Fma(q, factor, factor - PowerOfTwo<T, V>(half - n)) * PowerOfTwo<T, V>(n - half);
    }

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T> => V.Const(1) / (V.Const(1) + Exp<T, V>(-x));

    /// <summary>tanh x: odd polynomial up to 0.625, then 1 - 2 / (e^2|x| + 1) with the sign of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        if (typeof(T) == typeof(double)) return V.Map(x, &ScalarTanh);
        var sign = V.Bits(int.MinValue, long.MinValue);
        var size = V.AndNot(x, sign);
        var z = x * x;
        var p = V.Fma(z, V.Const(2.147536857e-03), V.Const(-8.182673854e-03));
        p = V.Fma(p, z, V.Const(2.170296710e-02));
        p = V.Fma(p, z, V.Const(-5.394720427e-02));
        p = V.Fma(p, z, V.Const(1.333320976e-01));
        p = V.Fma(p, z, V.Const(-3.333333091e-01));
        var small = V.Fma(p * z, x, x);
        // 2|x| ≤ 20 suffices, and then e^2|x| needs no second factor.
        var twice = V.MinFast(V.Const(20), size + size);
        var n = V.Round(twice * V.Const(1.4426950408889634));
        var e = Reduced<T, V>(twice, n) * PowerOfTwo<T, V>(n);
        var large = V.Const(1) - V.Const(2) / (e + V.Const(1));
        return V.Select(V.Greater(size, V.Const(0.625)), large | (x & sign), small);
    }

    /// <summary>e^r with r = x - n·ln 2 in two pieces.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Reduced<T, V>(V x, V n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        var r = V.Fma(n, V.Const(-0.693145751953125), x);
        r = V.Fma(n, V.Const(-1.428606820309417e-06), r);
        return V.Fma(r * r, Fraction<T, V>(r), r) + V.Const(1);
    }

    /// <summary>(e^r - 1 - r) / r².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Fraction<T, V>(V r)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        // Pairs first (Estrin): a shorter chain than Horner's, and the chain is what takes the time.
        var square = r * r;
        var p0 = V.Fma(r, V.Const(1.666666586e-01), V.Const(5.000000068e-01));
        var p2 = V.Fma(r, V.Const(8.333497669e-03), V.Const(4.166629362e-02));
        var p4 = V.Fma(r, V.Const(1.979024857e-04), V.Const(1.394475916e-03));
        return V.Fma(V.Fma(p4, square, p2), square, p0);
    }

    /// <summary>2^n for whole n in float32's normal range: n + 127 lands in the low bits of a number near 1.5·2^23.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V PowerOfTwo<T, V>(V n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T> => V.ShiftLeft(n + V.Const(12582912 + 127), 23, 52);

    private static double ScalarExp(double x) => Math.Exp(x);

    private static double ScalarExpm1(double x) =>
        Math.Abs(x) < 1e-5 ? x + x * x / 2 + x * x * x / 6 : Math.Abs(x) < 0.5 ? Math.Tanh(x / 2) * (Math.Exp(x) + 1) : Math.Exp(x) - 1;

    private static double ScalarTanh(double x) => Math.Tanh(x);
}
