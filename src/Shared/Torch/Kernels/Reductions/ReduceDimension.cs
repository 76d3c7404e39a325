using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// Reductions over the middle dimension of a contiguous (outer, n, inner) array, to (outer, inner). Results do not depend on the number of
/// threads.
/// </summary>
internal static unsafe partial class ReduceDimension
{
    private const long Grain = 16384;

    /// <summary>Σ x over n; 0 for n = 0.</summary>
    public static void Sum<T>(T* x, T* y, long outer, long n, long inner)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (outer == 1 && inner == 1)
        {
            *y = SumAll(x, n);
            return;
        }

        if (inner == 1)
        {
            ThreadTeam.For(outer, Math.Max(1, Grain / Math.Max(1, n)), (begin, end) =>
            {
                for (var o = begin; o < end; o++) y[o] = Reduce.Sum(x + o * n, n);
            });
            return;
        }

        // Strips of columns as wide as two cache lines of float32.
        var strip = 4 * Vec256<T>.Count;
        var strips = (inner + strip - 1) / strip;
        ThreadTeam.For(outer * strips, Math.Max(1, Grain / Math.Max(1, n * Math.Min(inner, strip))), (begin, end) =>
        {
            for (var i = begin; i < end; i++)
            {
                var (o, s) = Math.DivRem(i, strips);
                long j = s * strip, last = Math.Min(inner, j + strip);
                var from = x + o * n * inner;
                var to = y + o * inner;
                if (j + strip <= last) ColumnSums<T, Vec256<T>>(from + j, to + j, n, inner);
                else
                {
                    for (; j < last; j++) ColumnSum(from + j, to + j, n, inner);
                }
            }
        });
    }

    /// <summary>Σ of all, by blocks of a fixed size on all threads.</summary>
    public static T SumAll<T>(T* x, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => SumAll<T, SumOf<T>>(default, x, x, n);

    /// <summary>Σ x² of all.</summary>
    public static T SumOfSquares<T>(T* x, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => SumAll<T, ProductOf<T>>(default, x, x, n);

    private static T SumAll<T, TTerm>(TTerm term, T* x, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTerm : struct, ITerm<T>
    {
        const long Block = 65536;
        var blocks = (n + Block - 1) / Block;
        if (blocks <= 1) return Reduce.Blocked(term, x, y, n);
        var sums = new T[blocks];
        fixed (T* partial = sums)
        {
            var p = partial;
            ThreadTeam.For(blocks, 1, (begin, end) =>
            {
                for (var i = begin; i < end; i++) p[i] = Reduce.Blocked(term, x + i * Block, y + i * Block, Math.Min(Block, n - i * Block));
            });
            return Reduce.Sum(p, blocks);
        }
    }

    /// <summary>Four registers of columns. Blocks of 128 rows, so that the error does not grow with every row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ColumnSums<T, V>(T* x, T* y, long n, long stride)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        V t0 = V.Zero, t1 = V.Zero, t2 = V.Zero, t3 = V.Zero;
        for (long first = 0; first < n; first += 128)
        {
            V b0 = V.Zero, b1 = V.Zero, b2 = V.Zero, b3 = V.Zero;
            for (var i = first; i < Math.Min(n, first + 128); i++)
            {
                var row = x + i * stride;
                b0 = b0 + V.Load(row);
                b1 = b1 + V.Load(row + V.Count);
                b2 = b2 + V.Load(row + 2 * V.Count);
                b3 = b3 + V.Load(row + 3 * V.Count);
            }

            t0 = t0 + b0;
            t1 = t1 + b1;
            t2 = t2 + b2;
            t3 = t3 + b3;
        }

        t0.Store(y);
        t1.Store(y + V.Count);
        t2.Store(y + 2 * V.Count);
        t3.Store(y + 3 * V.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ColumnSum<T>(T* x, T* y, long n, long stride)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var total = T.Zero;
        for (long first = 0; first < n; first += 128)
        {
            var block = T.Zero;
            for (var i = first; i < Math.Min(n, first + 128); i++) block += x[i * stride];
            total += block;
        }

        *y = total;
    }
}
