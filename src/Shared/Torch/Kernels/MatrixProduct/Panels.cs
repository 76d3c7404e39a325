using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>Copies operands of a matrix product into the order the micro-kernel reads them.</summary>
internal static unsafe class Panels
{
    /// <summary>How many panels m rows are cut into, none taller than <paramref name="tallest"/>; panel p has rows [m·p/panels, m·(p+1)/panels), so their heights differ by at most one.</summary>
    public static long Count(long m, int tallest) => (m + tallest - 1) / tallest;

    /// <summary>Rows of A, panel by panel, in a panel k by k: (panels)[k][rows of the panel]. Panel p starts at (its first row)·k.</summary>
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
                for (long r = 0; r < rows; r++)
                {
                    var from = source + r * aRow;
                    var to = target + r;
                    for (long i = 0; i < k; i++, to += rows) *to = from[i];
                }
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
                    for (long c = 0; c < columns; c++)
                    {
                        var from = source + c * bCol;
                        var to = packed + c;
                        for (long i = 0; i < k; i++, to += width) *to = from[i];
                    }
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
}
