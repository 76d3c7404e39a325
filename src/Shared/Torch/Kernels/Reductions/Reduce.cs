using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// One number from contiguous elements. Sums keep four registers of partial sums for a block of <see cref="Block"/> elements and add the
/// blocks pairwise, so the rounding error grows with the logarithm of n, and the result does not depend on the number of threads.
/// </summary>
internal static unsafe class Reduce
{
    internal const long Block = 4096;

    /// <summary>Σ x; 0 for n = 0.</summary>
    public static T Sum<T>(T* x, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Blocked<T, SumOf<T>>(default, x, x, n);

    /// <summary>Σ (x - center)².</summary>
    public static T SquaredDeviation<T>(T* x, T center, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Blocked<T, SquaredDeviationOf<T>>(new(center), x, x, n);

    /// <summary>Σ x·y.</summary>
    public static T Dot<T>(T* x, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Blocked<T, ProductOf<T>>(default, x, y, n);

    /// <summary>The largest element, NaN if there is one; -∞ for n = 0.</summary>
    public static T Max<T>(T* x, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => SimdWidth.Bits switch
        {
            512 => Extreme<T, Vec512<T>>(x, n, true),
            256 => Extreme<T, Vec256<T>>(x, n, true),
            128 => Extreme<T, Vec128<T>>(x, n, true),
            _ => Extreme<T, Vec1<T>>(x, n, true),
        };

    /// <summary>The smallest element, NaN if there is one; ∞ for n = 0.</summary>
    public static T Min<T>(T* x, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => SimdWidth.Bits switch
        {
            512 => Extreme<T, Vec512<T>>(x, n, false),
            256 => Extreme<T, Vec256<T>>(x, n, false),
            128 => Extreme<T, Vec128<T>>(x, n, false),
            _ => Extreme<T, Vec1<T>>(x, n, false),
        };

    internal static T Blocked<T, TTerm>(TTerm term, T* x, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTerm : struct, ITerm<T>
    {
        if (n > Block)
        {
            var half = (n / Block + 1) / 2 * Block;
            return Blocked<T, TTerm>(term, x, y, half) + Blocked<T, TTerm>(term, x + half, y + half, n - half);
        }

        return SimdWidth.Bits switch
        {
            512 => One<T, Vec512<T>, TTerm>(term, x, y, n),
            256 => One<T, Vec256<T>, TTerm>(term, x, y, n),
            128 => One<T, Vec128<T>, TTerm>(term, x, y, n),
            _ => One<T, Vec1<T>, TTerm>(term, x, y, n),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T One<T, V, TTerm>(TTerm term, T* x, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
        where TTerm : struct, ITerm<T>
    {
        V s0 = V.Zero, s1 = V.Zero, s2 = V.Zero, s3 = V.Zero;
        long i = 0;
        for (; i + 4 * V.Count <= n; i += 4 * V.Count)
        {
            s0 = term.Add(s0, V.Load(x + i), V.Load(y + i));
            s1 = term.Add(s1, V.Load(x + i + V.Count), V.Load(y + i + V.Count));
            s2 = term.Add(s2, V.Load(x + i + 2 * V.Count), V.Load(y + i + 2 * V.Count));
            s3 = term.Add(s3, V.Load(x + i + 3 * V.Count), V.Load(y + i + 3 * V.Count));
        }

        for (; i + V.Count <= n; i += V.Count) s0 = term.Add(s0, V.Load(x + i), V.Load(y + i));
        var tail = Vec1<T>.Zero;
        for (; i < n; i++) tail = term.Add(tail, Vec1<T>.Load(x + i), Vec1<T>.Load(y + i));
        return V.Sum((s0 + s1) + (s2 + s3)) + Vec1<T>.Sum(tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Extreme<T, V>(T* x, long n, bool largest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        var best = largest ? T.NegativeInfinity : T.PositiveInfinity;
        long i = 0;
        if (n >= 2 * V.Count)
        {
            // The fast instruction forgets a NaN, so NaNs are collected beside it.
            V m0 = V.Broadcast(best), m1 = m0, ordered = V.Equal(m0, m0);
            for (; i + 2 * V.Count <= n; i += 2 * V.Count)
            {
                V a = V.Load(x + i), b = V.Load(x + i + V.Count);
                ordered = ordered & V.Equal(a, a) & V.Equal(b, b);
                (m0, m1) = largest ? (V.MaxFast(m0, a), V.MaxFast(m1, b)) : (V.MinFast(m0, a), V.MinFast(m1, b));
            }

            if (V.Any(V.AndNot(V.Equal(V.Zero, V.Zero), ordered))) return T.NaN;
            best = largest ? V.MaxAcross(V.Max(m0, m1)) : V.MinAcross(V.Min(m0, m1));
        }

        for (; i < n; i++) best = largest ? T.Max(best, x[i]) : T.Min(best, x[i]);
        return best;
    }
}
