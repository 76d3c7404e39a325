using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// Sine and cosine. float32: at most 2 ulp where the result is not near a zero far from the origin; beyond 8192, and float64, through
/// <see cref="Math"/>.
/// </summary>
internal static unsafe class VecTrig
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sin<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        if (typeof(T) == typeof(double) || V.Any(V.Greater(V.Abs(x), V.Const(8192)))) return V.Map(x, &ScalarSin);
        var n = V.Round(x * V.Const(0.6366197723675814));
        return Quadrant<T, V>(x, n, n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cos<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        if (typeof(T) == typeof(double) || V.Any(V.Greater(V.Abs(x), V.Const(8192)))) return V.Map(x, &ScalarCos);
        var n = V.Round(x * V.Const(0.6366197723675814));
        return Quadrant<T, V>(x, n, n + V.Const(1));
    }

    /// <summary>sin(r + quadrant·π/2) with r = x - n·π/2 in three pieces.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Quadrant<T, V>(V x, V n, V quadrant)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        var r = V.Fma(n, V.Const(-1.5703125), x);
        r = V.Fma(n, V.Const(-4.837512969970703e-04), r);
        r = V.Fma(n, V.Const(-7.54978995489188e-08), r);
        var z = r * r;
        var s = V.Fma(z, V.Const(2.718237180e-06), V.Const(-1.983932712e-04));
        s = V.Fma(s, z, V.Const(8.333329362e-03));
        s = V.Fma(s, z, V.Const(-1.666666664e-01));
        var sine = V.Fma(s * z, r, r);
        var c = V.Fma(z, V.Const(-2.720504489e-07), V.Const(2.479945153e-05));
        c = V.Fma(c, z, V.Const(-1.388888347e-03));
        c = V.Fma(c, z, V.Const(4.166666662e-02));
        var cosine = V.Fma(c * z, z, V.Fma(z, V.Const(-0.5), V.Const(1)));
        // The quadrant's last two bits: odd takes the cosine, 2 and 3 the other sign.
        var bits = quadrant + V.Const(12582912);
        var odd = V.ShiftLeft(bits, 31, 63);
        var isOdd = V.Greater(V.Zero, odd | V.Const(1));
        var sign = V.ShiftLeft(bits & V.Bits(2, 2), 30, 62);
        return V.Select(isOdd, cosine, sine) ^ sign;
    }

    private static double ScalarSin(double x) => Math.Sin(x);

    private static double ScalarCos(double x) => Math.Cos(x);
}
