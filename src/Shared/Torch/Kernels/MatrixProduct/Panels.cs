using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Qiansi.Torch.Kernels;

/// <summary>Copies operands of a matrix product into the order the micro-kernel reads them.</summary>
internal static unsafe class Panels
{
    /// <summary>
    /// How many panels m rows are cut into, none taller than <paramref name="tallest"/>; panel p has rows [m·p/panels, m·(p+1)/panels), so
    /// their heights differ by at most one.
    /// </summary>
    public static long Count(long m, int tallest) => (m + tallest - 1) / tallest;

    /// <summary>
    /// Rows of A, panel by panel, in a panel k by k: (panels)[k][rows of the panel]. Panel p starts at (its first row)·k.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackA<T>(T* a, long aRow, long aCol, long m, long k, int tallest, T* packed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var panels = Count(m, tallest);
        for (long p = 0; p < panels; p++)
        {
            long begin = m * p / panels, rows = m * (p + 1) / panels - begin;
            var source = a + begin * aRow;
            var target = packed + begin * k;
            if (aCol == 1)
            {
                long r = 0;
                for (; r + 4 <= rows; r += 4) Interleave4(source + r * aRow, aRow, k, target + r, rows);
                for (; r < rows; r++) Interleave1(source + r * aRow, k, target + r, rows);
            }
            else
            {
                for (long i = 0; i < k; i++)
                {
                    var from = source + i * aCol;
                    for (long r = 0; r < rows; r++, from += aRow) *target++ = *from;
                }
            }
        }
    }

    /// <summary>Columns of B, panel by panel of 2·V.Count columns, in a panel k by k; the last panel is filled up with zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackB<T, V>(T* b, long bRow, long bCol, long k, long n, T* packed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        var width = 2 * V.Count;
        for (long j = 0; j < n; j += width, packed += k * width)
        {
            var source = b + j * bCol;
            var columns = Math.Min(width, n - j);
            if (bCol == 1 && columns == width)
            {
                for (long i = 0; i < k; i++)
                {
                    V.Load(source + i * bRow).Store(packed + i * width);
                    V.Load(source + i * bRow + V.Count).Store(packed + i * width + V.Count);
                }
            }
            else
            {
                if (columns < width) new Span<T>(packed, checked((int)(k * width))).Clear();
                if (bRow == 1)
                {
                    // B is the transpose of a row-major matrix: read along its rows.
                    long c = 0;
                    for (; c + 4 <= columns; c += 4) Interleave4(source + c * bCol, bCol, k, packed + c, width);
                    for (; c < columns; c++) Interleave1(source + c * bCol, k, packed + c, width);
                }
                else
                {
                    for (long i = 0; i < k; i++)
                    {
                        for (long c = 0; c < columns; c++) packed[i * width + c] = source[i * bRow + c * bCol];
                    }
                }
            }
        }
    }

    /// <summary>to[i·step] = from[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Interleave1<T>(T* from, long n, T* to, long step)
        where T : unmanaged
    {
        for (long i = 0; i < n; i++, to += step) *to = from[i];
    }

    /// <summary>Four lines of n elements, <paramref name="line"/> apart, side by side: to[i·step + r] = from[r·line + i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Interleave4<T>(T* from, long line, long n, T* to, long step)
        where T : unmanaged
    {
        long i = 0;
        if (typeof(T) == typeof(float) && Sse.IsSupported)
        {
            // Squares of 4 by 4, turned in registers.
            float* a = (float*)from, b = a + line, c = b + line, d = c + line, target = (float*)to;
            for (; i + 4 <= n; i += 4, target += 4 * step)
            {
                Vector128<float> ra = Vector128.Load(a + i), rb = Vector128.Load(b + i), rc = Vector128.Load(c + i),
                    rd = Vector128.Load(d + i);
                Vector128<float> ab = Sse.UnpackLow(ra, rb), cd = Sse.UnpackLow(rc, rd), abHigh = Sse.UnpackHigh(ra, rb),
                    cdHigh = Sse.UnpackHigh(rc, rd);
                Sse.MoveLowToHigh(ab, cd).Store(target);
                Sse.MoveHighToLow(cd, ab).Store(target + step);
                Sse.MoveLowToHigh(abHigh, cdHigh).Store(target + 2 * step);
                Sse.MoveHighToLow(cdHigh, abHigh).Store(target + 3 * step);
            }
        }

        for (; i < n; i++)
        {
            for (var r = 0; r < 4; r++) to[i * step + r] = from[r * line + i];
        }
    }
}
