using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

internal static unsafe partial class ReduceDimension
{
    /// <summary>The largest (or smallest) over n and, unless null, the first place of it; a NaN wins. n ≥ 1.</summary>
    public static void Extreme<T>(T* x, T* y, long* indices, long outer, long n, long inner, bool largest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (inner > 1)
        {
            ExtremeColumns(x, y, indices, outer, n, inner, largest);
            return;
        }

        if (outer == 1)
        {
            *y = ExtremeAll(x, n, largest);
            if (indices != null) *indices = Find(x, *y, n);
            return;
        }

        ThreadTeam.For(outer, Math.Max(1, Grain / n), (begin, end) =>
        {
            for (var o = begin; o < end; o++)
            {
                // The vector search for the value, then the first place of it.
                y[o] = Best(x + o * n, n, largest);
                if (indices != null) indices[o] = Find(x + o * n, y[o], n);
            }
        });
    }

    private static T Best<T>(T* x, long n, bool largest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => largest ? Reduce.Max(x, n) : Reduce.Min(x, n);

    private static T ExtremeAll<T>(T* x, long n, bool largest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const long Block = 65536;
        var blocks = (n + Block - 1) / Block;
        if (blocks <= 1) return Best(x, n, largest);
        var bests = new T[blocks];
        fixed (T* partial = bests)
        {
            var p = partial;
            ThreadTeam.For(blocks, 1, (begin, end) =>
            {
                for (var i = begin; i < end; i++) p[i] = Best(x + i * Block, Math.Min(Block, n - i * Block), largest);
            });
            return Best(p, blocks, largest);
        }
    }

    private static void ExtremeColumns<T>(T* x, T* y, long* indices, long outer, long n, long inner, bool largest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Places are counted in lanes of T: exact as long as T counts them.
        var width = Vec256<T>.Count;
        var counts = n < (sizeof(T) == 4 ? 1 << 24 : 1L << 53);
        var strips = (inner + width - 1) / width;
        ThreadTeam.For(outer * strips, Math.Max(1, Grain / (n * Math.Min(width, inner))), (begin, end) =>
        {
            for (var i = begin; i < end; i++)
            {
                var (o, s) = Math.DivRem(i, strips);
                long j = s * width, last = Math.Min(inner, j + width);
                var from = x + o * n * inner;
                if (counts && last - j == width)
                {
                    ExtremeStrip<T, Vec256<T>>(from + j, y + o * inner + j, indices == null ? null : indices + o * inner + j, n,
                        inner, largest);
                    continue;
                }

                for (; j < last; j++)
                {
                    var at = Place(from + j, n, inner, largest);
                    y[o * inner + j] = from[at * inner + j];
                    if (indices != null) indices[o * inner + j] = at;
                }
            }
        });
    }

    /// <summary>A register of columns: their best so far, and its row, in lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ExtremeStrip<T, V>(T* x, T* y, long* indices, long n, long stride, bool largest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        V best = V.Load(x), at = V.Zero, row = V.Zero;
        for (long i = 1; i < n; i++)
        {
            row = row + V.Const(1);
            var value = V.Load(x + i * stride);
            var better = (largest ? V.Greater(value, best) : V.Greater(best, value)) | V.AndNot(V.Equal(best, best), V.Equal(value, value));
            best = V.Select(better, value, best);
            at = V.Select(better, row, at);
        }

        best.Store(y);
        if (indices == null) return;
        var places = stackalloc T[V.Count];
        at.Store(places);
        for (var i = 0; i < V.Count; i++) indices[i] = long.CreateTruncating(places[i]);
    }

    private static long Find<T>(T* x, T value, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long i = 0; i < n; i++)
        {
            if (x[i] == value || (T.IsNaN(value) && T.IsNaN(x[i]))) return i;
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Place<T>(T* x, long n, long stride, bool largest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long at = 0;
        for (long i = 1; i < n && !T.IsNaN(x[at * stride]); i++)
        {
            T value = x[i * stride], best = x[at * stride];
            if ((largest ? value > best : value < best) || T.IsNaN(value)) at = i;
        }

        return at;
    }
}
