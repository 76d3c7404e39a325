using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// General matrix product C = alpha·A·B + beta·C. Element (i, k) of A stands at a[i·aRow + k·aCol], (k, j) of B at b[k·bRow + j·bCol],
/// (i, j) of C at c[i·cRow + j]; so a transpose is a swap of two strides, and a view needs no copy. Strides may be negative or 0 for A and
/// B. After Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008).
/// </summary>
internal static unsafe class Gemm
{
    /// <summary>
    /// A block of A is Mc by Kc and lives in the second cache, a panel of B is Kc by two registers and lives in the first, all panels of Nc
    /// columns in the third.
    /// </summary>
    private const int Kc = 384, Mc = 192, Nc = 2048;

    /// <summary>Fewer multiply-adds than this for each thread stay on one thread.</summary>
    private const long Grain = 300_000;

    /// <summary>C = alpha·A·B + beta·C; with beta 0, C is not read (it may hold NaN).</summary>
    /// <param name="m">Rows of A and C.</param>
    /// <param name="n">Columns of B and C.</param>
    /// <param name="k">Columns of A, rows of B; with 0, C = beta·C.</param>
    public static void Run<T>(long m, long n, long k, T alpha, T* a, long aRow, long aCol, T* b, long bRow, long bCol, T beta,
        T* c, long cRow)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (m == 0 || n == 0) return;
        if (beta != T.One && (beta != T.Zero || k == 0)) Scale(m, n, beta, c, cRow);
        if (k == 0) return;
        var add = beta != T.Zero;
        if (Gemv.Suits(m, n, bRow, bCol, aCol, cRow))
        {
            Gemv.Run(m, n, k, alpha, a, aRow, aCol, b, bRow, bCol, add, c, cRow);
            return;
        }

        var threads = Math.Min(ThreadTeam.Threads, Math.Max(1, m * n * k / Grain));
        if (threads == 1)
        {
            Serial(m, n, k, alpha, a, aRow, aCol, b, bRow, bCol, add, c, cRow);
            return;
        }

        InParallel((int)threads, m, n, k, alpha, a, aRow, aCol, b, bRow, bCol, add, c, cRow);
    }

    /// <summary>The same for C, A and B of a batch, each a fixed number of elements apart (0 for an operand all share).</summary>
    public static void Batch<T>(
        long batch, long m, long n, long k, T alpha, T* a, long aBatch, long aRow, long aCol, T* b, long bBatch, long bRow, long bCol,
        T beta, T* c, long cBatch, long cRow)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (batch < ThreadTeam.Threads || m * n * k * batch < 2 * Grain)
        {
            for (long i = 0; i < batch; i++)
                Run(m, n, k, alpha, a + i * aBatch, aRow, aCol, b + i * bBatch, bRow, bCol, beta, c + i * cBatch, cRow);
            return;
        }

        ThreadTeam.For(batch, 1, (begin, end) =>
        {
            for (var i = begin; i < end; i++)
                Run(m, n, k, alpha, a + i * aBatch, aRow, aCol, b + i * bBatch, bRow, bCol, beta, c + i * cBatch, cRow);
        });
    }

    private static void InParallel<T>(int threads, long m, long n, long k, T alpha, T* a, long aRow, long aCol, T* b, long bRow, long bCol,
        bool add, T* c, long cRow)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Both packed operands are read by every thread in its row or column of the grid: the grid nearest to square blocks reads least.
        var down = 1;
        var least = double.MaxValue;
        for (var d = 1; d <= threads; d++)
        {
            if (threads % d != 0) continue;
            double height = Math.Max(12, (double)m / d), width = Math.Max(16, (double)n / (threads / d));
            if (d > m / 4 && d > 1) continue;
            if (height + 0.5 * width >= least) continue;
            (down, least) = (d, height + 0.5 * width);
        }

        long across = threads / down;
        ThreadTeam.For(threads, 1, (begin, end) =>
        {
            for (var t = begin; t < end; t++)
            {
                long i0 = Cut(m, t % down, down, 12), i1 = Cut(m, t % down + 1, down, 12);
                long j0 = Cut(n, t / down, across, 16), j1 = Cut(n, t / down + 1, across, 16);
                if (i0 < i1 && j0 < j1)
                    Serial(i1 - i0, j1 - j0, k, alpha, a + i0 * aRow, aRow, aCol, b + j0 * bCol, bRow, bCol, add, c + i0 * cRow + j0, cRow);
            }
        });
    }

    private static long Cut(long length, long part, long parts, long unit) =>
        part == parts ? length : length / unit >= parts ? length / unit * part / parts * unit : length * part / parts;

    /// <summary>On the calling thread. C is added to, or overwritten.</summary>
    public static void Serial<T>(long m, long n, long k, T alpha, T* a, long aRow, long aCol, T* b, long bRow, long bCol, bool add,
        T* c, long cRow)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (SimdWidth.Bits)
        {
            case 512: Blocks<T, Vec512<T>>(m, n, k, alpha, a, aRow, aCol, b, bRow, bCol, add, c, cRow); break;
            case 256: Blocks<T, Vec256<T>>(m, n, k, alpha, a, aRow, aCol, b, bRow, bCol, add, c, cRow); break;
            case 128: Blocks<T, Vec128<T>>(m, n, k, alpha, a, aRow, aCol, b, bRow, bCol, add, c, cRow); break;
            default: Blocks<T, Vec1<T>>(m, n, k, alpha, a, aRow, aCol, b, bRow, bCol, add, c, cRow); break;
        }
    }

    private static void Blocks<T, V>(long m, long n, long k, T alpha, T* a, long aRow, long aCol, T* b, long bRow, long bCol, bool add,
        T* c, long cRow)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
    {
        var tile = Scratch.Get<T>(ScratchSlot.Tile, 24 * V.Count);
        var width = 2 * V.Count;
        // Copying B pays when many rows use the copy, unless all of B fits the first cache as it is.
        var bInPlace = bCol == 1 && (m <= 4 * MacroKernel.TallestTile<T, V>() || k * bRow * sizeof(T) <= 32768);
        var aInPlace = n <= 8 * width;
        var packedA = aInPlace ? null : Scratch.Get<T>(ScratchSlot.PackedA, Mc * Kc);
        // When A is a single block, B's copy is used once, and goes through the first cache a few panels at a time.
        var oneBlock = m <= Mc && k <= Kc;
        long step = oneBlock && !bInPlace ? 4 * width : Nc;
        var packedB = Scratch.Get<T>(ScratchSlot.PackedB, Kc * (bInPlace ? width : Math.Min(step, n + width)));
        for (long jc = 0; jc < n; jc += step)
        {
            var nc = Math.Min(step, n - jc);
            var inPlace = bInPlace ? nc / width * width : 0;
            for (long pc = 0; pc < k; pc += Kc)
            {
                var kc = Math.Min(Kc, k - pc);
                var addNow = add || pc > 0;
                var right = b + pc * bRow + jc * bCol;
                if (inPlace < nc) Panels.PackB<T, V>(right + inPlace * bCol, bRow, bCol, kc, nc - inPlace, packedB);
                for (long ic = 0; ic < m; ic += Mc)
                {
                    Interrupts.Poll();
                    var mc = Math.Min(Mc, m - ic);
                    var left = a + ic * aRow + pc * aCol;
                    if (!aInPlace && !(oneBlock && jc > 0))
                        Panels.PackA(left, aRow, aCol, mc, kc, MacroKernel.TallestTile<T, V>(), packedA);
                    for (long j = 0; j < nc; j += width)
                    {
                        var target = c + ic * cRow + jc + j;
                        var columns = Math.Min(width, nc - j);
                        if (j < inPlace)
                        {
                            var rows = new StridedRows<T>(right + j, bRow);
                            if (aInPlace)
                                MacroKernel.Column<T, V, StridedLeft, StridedRows<T>>(mc, kc, alpha, left, aRow, aCol, rows, target, cRow,
                                    columns, addNow, tile);
                            else MacroKernel.Column<T, V, PackedLeft, StridedRows<T>>(mc, kc, alpha, packedA, aRow, aCol, rows, target,
                                cRow, columns, addNow, tile);
                        }
                        else
                        {
                            var rows = new PackedRows<T>(packedB + (j - inPlace) * kc);
                            if (aInPlace)
                                MacroKernel.Column<T, V, StridedLeft, PackedRows<T>>(mc, kc, alpha, left, aRow, aCol, rows, target, cRow,
                                    columns, addNow, tile);
                            else MacroKernel.Column<T, V, PackedLeft, PackedRows<T>>(mc, kc, alpha, packedA, aRow, aCol, rows, target, cRow,
                                columns, addNow, tile);
                        }
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale<T>(long m, long n, T beta, T* c, long cRow)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long i = 0; i < m; i++)
        {
            for (long j = 0; j < n; j++) c[i * cRow + j] = beta == T.Zero ? T.Zero : beta * c[i * cRow + j];
        }
    }
}
