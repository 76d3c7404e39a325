using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>The error function and GELU. float32: at most 2 ulp; float64: a series and a continued fraction, about 1e-15.</summary>
internal static unsafe class VecErf
{
    /// <summary>erf x: x + x·P(x²) up to 0.925, then 1 - e^-Q(|x|) with the sign of x.</summary>
    // A call, not inlined: the compiler limits how much it inlines into one method, and this alone nearly reaches it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static V Erf<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        if (typeof(T) == typeof(double)) return V.Map(x, &ScalarErf);
        var sign = V.Bits(int.MinValue, long.MinValue);
        var size = V.AndNot(x, sign);
        var z = x * x;
        var p = V.Fma(z, V.Const(-1.022236874e-05), V.Const(1.143438738e-04));
        p = V.Fma(p, z, V.Const(-8.504067382e-04));
        p = V.Fma(p, z, V.Const(5.222201932e-03));
        p = V.Fma(p, z, V.Const(-2.686578014e-02));
        p = V.Fma(p, z, V.Const(1.128378742e-01));
        p = V.Fma(p, z, V.Const(-3.761263873e-01));
        p = V.Fma(p, z, V.Const(1.283791671e-01));
        var small = V.Fma(p, x, x);
        var t = V.MinFast(V.Const(4.05), size);
        // Pairs first (Estrin): the chain of Horner's scheme would take most of the time.
        V t2 = t * t, t4 = t2 * t2;
        var q0 = V.Fma(t, V.Const(1.129009634e+00), V.Const(-9.109013521e-05));
        var q2 = V.Fma(t, V.Const(1.062771683e-01), V.Const(6.346777843e-01));
        var q4 = V.Fma(t, V.Const(3.000468159e-03), V.Const(-2.322297211e-02));
        var q6 = V.Fma(t, V.Const(-9.768443022e-05), V.Const(3.620280585e-05));
        var q8 = V.Fma(t, V.Const(-1.061863504e-06), V.Const(1.706045461e-05));
        var q = V.Fma(V.Fma(q8, t4, V.Fma(q6, t2, q4)), t4, V.Fma(q2, t2, q0));
        var large = V.Const(1) - VecExp.ExpOfNegative<T, V>(-q);
        return V.Select(V.Greater(size, V.Const(0.925)), large | (x & sign), small);
    }

    /// <summary>x · Φ(x) with the exact normal distribution (gelu, approximate 'none').</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Gelu<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        if (typeof(T) == typeof(double)) return x * V.Const(0.5) * (V.Const(1) + Erf<T, V>(x * V.Const(0.70710678118654752)));
        x = V.MaxFast(V.Const(-5.55), x);   // there 2·Φ rounds to 0
        return x * V.Const(0.5) * TwiceNormal<T, V>(x);
    }

    /// <summary>d gelu / dx = Φ(x) + x·φ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V GeluSlope<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        var twice = typeof(T) == typeof(double)
            ? V.Const(1) + Erf<T, V>(x * V.Const(0.70710678118654752)) : TwiceNormal<T, V>(V.MaxFast(V.Const(-5.55), x));
        var pdf = V.Const(0.3989422804014327) * VecExp.ExpOfNegative<T, V>(V.Const(-0.5) * x * x);
        return V.Fma(x, pdf, V.Const(0.5) * twice);
    }

    /// <summary>
    /// 2·Φ(x) = 1 + erf(x/√2) for x ≥ -5.55, within 4e-7: 1 + x·P(x²)/Q(x²), a rational function fitted for the purpose. One formula for
    /// all x takes half the time of <see cref="Erf{T,V}"/>, and the 1 hides the digits that has more.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V TwiceNormal<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        var y = V.MinFast(V.Const(5.55), x);
        var z = y * y;
        var p = V.Fma(z, V.Const(4.521131584e-08), V.Const(1.258841882e-05));
        var q = V.Fma(z, V.Const(1.188993543e-06), V.Const(7.274099243e-05));
        p = V.Fma(p, z, V.Const(3.334487636e-04));
        q = V.Fma(q, z, V.Const(1.872897819e-03));
        p = V.Fma(p, z, V.Const(9.328378150e-03));
        q = V.Fma(q, z, V.Const(2.854566128e-02));
        p = V.Fma(p, z, V.Const(6.738500132e-02));
        q = V.Fma(q, z, V.Const(2.511209401e-01));
        p = V.Fma(p, z, V.Const(7.978845457e-01));
        q = V.Fma(q, z, V.Const(1));
        return V.Const(1) + V.MaxFast(V.Const(-1), V.MinFast(V.Const(1), y * p / q));
    }

    /// <summary>0.5·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))) (gelu, approximate 'tanh').</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V GeluTanh<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T> =>
        V.Const(0.5) * x * (V.Const(1) + VecExp.Tanh<T, V>(V.Const(0.7978845608028654) * V.Fma(x * x, V.Const(0.044715) * x, x)));

    /// <summary>The slope of <see cref="GeluTanh{T,V}"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V GeluTanhSlope<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        var t = VecExp.Tanh<T, V>(V.Const(0.7978845608028654) * V.Fma(x * x, V.Const(0.044715) * x, x));
        var inner = V.Const(0.7978845608028654) * V.Fma(x * x, V.Const(3 * 0.044715), V.Const(1));
        return V.Const(0.5) * (V.Const(1) + t + x * (V.Const(1) - t * t) * inner);
    }

    /// <summary>erf in double: Taylor series up to 2, then the continued fraction of erfc.</summary>
    internal static double ScalarErf(double x)
    {
        var size = Math.Abs(x);
        if (double.IsNaN(x)) return x;
        if (size > 6) return Math.Sign(x);
        if (size <= 2)
        {
            double term = x, sum = x;
            for (var n = 1; n < 60 && Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
            {
                term *= -x * x / n;
                sum += term / (2 * n + 1);
            }

            return sum * 2 / Math.Sqrt(Math.PI);
        }

        var fraction = 0.0;
        for (var n = 80; n > 0; n--) fraction = n / 2.0 / (size + fraction);
        var complement = Math.Exp(-size * size) / (Math.Sqrt(Math.PI) * (size + fraction));
        return Math.Sign(x) * (1 - complement);
    }
}
