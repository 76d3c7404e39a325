using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// Logarithms and powers. float32 logarithms: at most 2 ulp; float64 and powers: lane by lane through <see cref="Math"/>.
/// </summary>
internal static unsafe class VecLog
{
    /// <summary>ln x: x = 2^e · (1 + f) with 1 + f in [√½, √2), ln x = e·ln 2 + f - f²/2 + f³·P(f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        if (typeof(T) == typeof(double)) return V.Map(x, &ScalarLog);
        var subnormal = V.Greater(V.Const(1.17549435e-38), x);
        var scaled = V.Select(subnormal, x * V.Const(8388608), x);
        var offset = V.SubtractBits(scaled, V.Bits(0x3F3504F3, 0));
        var e = V.ShiftRightToNumber(offset, 23, 52) - (subnormal & V.Const(23));
        var mantissa = V.AddBits(offset & V.Bits(0x007FFFFF, 0), V.Bits(0x3F3504F3, 0));
        var f = mantissa - V.Const(1);
        var p = V.Fma(f, V.Const(6.746601163e-02), V.Const(-1.167564125e-01));
        p = V.Fma(p, f, V.Const(1.188817464e-01));
        p = V.Fma(p, f, V.Const(-1.240559143e-01));
        p = V.Fma(p, f, V.Const(1.421955091e-01));
        p = V.Fma(p, f, V.Const(-1.666799567e-01));
        p = V.Fma(p, f, V.Const(2.000211873e-01));
        p = V.Fma(p, f, V.Const(-2.500000960e-01));
        p = V.Fma(p, f, V.Const(3.333331260e-01));
        var square = f * f;
        var low = V.Fma(p, square * f, e * V.Const(1.428606820309417e-06));
        low = V.Fma(square, V.Const(-0.5), low);
        var y = V.Fma(e, V.Const(0.693145751953125), f + low);
        // 0 gives -∞, below 0 NaN, ∞ and NaN themselves.
        y = V.Select(V.Equal(x, V.Zero), V.Const(double.NegativeInfinity), y);
        y = V.Select(V.Greater(V.Zero, x), V.Const(double.NaN), y);
        return V.Select(V.Greater(V.Const(double.PositiveInfinity), x), y, x);
    }

    /// <summary>ln(1 + x), without cancellation near 0: corrects ln of the rounded sum by what the rounding lost.</summary>
    // A call, not inlined: the compiler limits how much it inlines into one method.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static V Log1p<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        if (typeof(T) == typeof(double)) return V.Map(x, &ScalarLog1p);
        var sum = x + V.Const(1);
        var log = Log<T, V>(sum);
        var corrected = log + (x - (sum - V.Const(1))) / sum;
        var regular = V.Greater(sum, V.Zero) & V.Greater(V.Const(double.PositiveInfinity), sum);
        return V.Select(V.Equal(sum, V.Const(1)), x, V.Select(regular, corrected, log));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Pow<T, V>(V x, V y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T> => V.Map(x, y, &ScalarPow);

    private static double ScalarLog(double x) => Math.Log(x);

    private static double ScalarLog1p(double x) =>
        double.LogP1(x) is var y && Math.Abs(x) > 1e-4 ? y : x - x * x / 2 + x * x * x / 3 - x * x * x * x / 4;

    private static double ScalarPow(double x, double y) => Math.Pow(x, y);
}
