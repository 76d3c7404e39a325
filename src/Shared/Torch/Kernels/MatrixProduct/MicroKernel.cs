using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// The innermost loop of a matrix product: a tile of C, up to 12 rows by one or two registers, held in registers while k runs.
/// <code>C[i, j] (+)= alpha · Σ_k A[i·aRow + k·aCol] · B_k[j],   i &lt; TRows.Count, j &lt; TColumns.Count · V.Count</code>
/// where row k of B is found by TB. The accumulators are separate locals because the compiler keeps locals, not arrays, in registers.
/// </summary>
internal static unsafe class MicroKernel
{
    /// <param name="k">How many products are summed for each element; 0 or more.</param>
    /// <param name="aRow">From one row of A to the next, in elements; ignored where A is packed.</param>
    /// <param name="aCol">From one column of A to the next; ignored where A is packed.</param>
    /// <param name="add">Whether the tile is added to C, or overwrites it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T, V, TRows, TColumns, TA, TB>(long k, T alpha, T* a, long aRow, long aCol, TB b, T* c, long cRow, bool add)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
        where TRows : struct, ITileSize
        where TColumns : struct, ITileSize
        where TA : struct, IALayout
        where TB : struct, IBRows<T>
    {
        if (TA.Packed)
        {
            aRow = 1;
            aCol = TRows.Count;
        }

        V c00 = V.Zero, c01 = V.Zero;
        V c10 = V.Zero, c11 = V.Zero;
        V c20 = V.Zero, c21 = V.Zero;
        V c30 = V.Zero, c31 = V.Zero;
        V c40 = V.Zero, c41 = V.Zero;
        V c50 = V.Zero, c51 = V.Zero;
        V c60 = V.Zero, c61 = V.Zero;
        V c70 = V.Zero, c71 = V.Zero;
        V c80 = V.Zero, c81 = V.Zero;
        V c90 = V.Zero, c91 = V.Zero;
        V c100 = V.Zero, c101 = V.Zero;
        V c110 = V.Zero, c111 = V.Zero;
        for (var r = 0; r < TRows.Count; r++) Prefetch(c + r * cRow);
        T* a3 = a + 3 * aRow, a6 = a + 6 * aRow, a9 = a + 9 * aRow;
        for (long i = 0; i < k; i++)
        {
            var row = b.Row<V>(i);
            var b0 = V.Load(row);
            var b1 = TColumns.Count > 1 ? V.Load(row + V.Count) : V.Zero;
            var x = V.Broadcast(*a);
            c00 = V.Fma(x, b0, c00);
            if (TColumns.Count > 1) c01 = V.Fma(x, b1, c01);
            if (TRows.Count > 1)
            {
                x = V.Broadcast(a[aRow]);
                c10 = V.Fma(x, b0, c10);
                if (TColumns.Count > 1) c11 = V.Fma(x, b1, c11);
            }

            if (TRows.Count > 2)
            {
                x = V.Broadcast(a[2 * aRow]);
                c20 = V.Fma(x, b0, c20);
                if (TColumns.Count > 1) c21 = V.Fma(x, b1, c21);
            }

            if (TRows.Count > 3)
            {
                x = V.Broadcast(*a3);
                c30 = V.Fma(x, b0, c30);
                if (TColumns.Count > 1) c31 = V.Fma(x, b1, c31);
            }

            if (TRows.Count > 4)
            {
                x = V.Broadcast(a3[aRow]);
                c40 = V.Fma(x, b0, c40);
                if (TColumns.Count > 1) c41 = V.Fma(x, b1, c41);
            }

            if (TRows.Count > 5)
            {
                x = V.Broadcast(a3[2 * aRow]);
                c50 = V.Fma(x, b0, c50);
                if (TColumns.Count > 1) c51 = V.Fma(x, b1, c51);
            }

            if (TRows.Count > 6)
            {
                x = V.Broadcast(*a6);
                c60 = V.Fma(x, b0, c60);
                if (TColumns.Count > 1) c61 = V.Fma(x, b1, c61);
            }

            if (TRows.Count > 7)
            {
                x = V.Broadcast(a6[aRow]);
                c70 = V.Fma(x, b0, c70);
                if (TColumns.Count > 1) c71 = V.Fma(x, b1, c71);
            }

            if (TRows.Count > 8)
            {
                x = V.Broadcast(a6[2 * aRow]);
                c80 = V.Fma(x, b0, c80);
                if (TColumns.Count > 1) c81 = V.Fma(x, b1, c81);
            }

            if (TRows.Count > 9)
            {
                x = V.Broadcast(*a9);
                c90 = V.Fma(x, b0, c90);
                if (TColumns.Count > 1) c91 = V.Fma(x, b1, c91);
            }

            if (TRows.Count > 10)
            {
                x = V.Broadcast(a9[aRow]);
                c100 = V.Fma(x, b0, c100);
                if (TColumns.Count > 1) c101 = V.Fma(x, b1, c101);
            }

            if (TRows.Count > 11)
            {
                x = V.Broadcast(a9[2 * aRow]);
                c110 = V.Fma(x, b0, c110);
                if (TColumns.Count > 1) c111 = V.Fma(x, b1, c111);
            }

            a += aCol;
            a3 += aCol;
            if (TRows.Count > 6) a6 += aCol;
            if (TRows.Count > 9) a9 += aCol;
        }

        var scale = V.Broadcast(alpha);
        StoreRow<T, V, TColumns>(scale, c00, c01, c, add);
        if (TRows.Count > 1) StoreRow<T, V, TColumns>(scale, c10, c11, c + 1 * cRow, add);
        if (TRows.Count > 2) StoreRow<T, V, TColumns>(scale, c20, c21, c + 2 * cRow, add);
        if (TRows.Count > 3) StoreRow<T, V, TColumns>(scale, c30, c31, c + 3 * cRow, add);
        if (TRows.Count > 4) StoreRow<T, V, TColumns>(scale, c40, c41, c + 4 * cRow, add);
        if (TRows.Count > 5) StoreRow<T, V, TColumns>(scale, c50, c51, c + 5 * cRow, add);
        if (TRows.Count > 6) StoreRow<T, V, TColumns>(scale, c60, c61, c + 6 * cRow, add);
        if (TRows.Count > 7) StoreRow<T, V, TColumns>(scale, c70, c71, c + 7 * cRow, add);
        if (TRows.Count > 8) StoreRow<T, V, TColumns>(scale, c80, c81, c + 8 * cRow, add);
        if (TRows.Count > 9) StoreRow<T, V, TColumns>(scale, c90, c91, c + 9 * cRow, add);
        if (TRows.Count > 10) StoreRow<T, V, TColumns>(scale, c100, c101, c + 10 * cRow, add);
        if (TRows.Count > 11) StoreRow<T, V, TColumns>(scale, c110, c111, c + 11 * cRow, add);
    }

    /// <summary>Asks for the tile of C early: it is needed only after the last k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(void* address)
    {
        if (Sse.IsSupported) Sse.Prefetch0(address);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow<T, V, TColumns>(V scale, V left, V right, T* c, bool add)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
        where TColumns : struct, ITileSize
    {
        (add ? V.Fma(scale, left, V.Load(c)) : scale * left).Store(c);
        if (TColumns.Count > 1) (add ? V.Fma(scale, right, V.Load(c + V.Count)) : scale * right).Store(c + V.Count);
    }
}
