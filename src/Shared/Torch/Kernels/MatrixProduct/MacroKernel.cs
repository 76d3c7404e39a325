using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>Covers a block of C with micro-kernel tiles.</summary>
internal static unsafe class MacroKernel
{
    /// <summary>The tallest tile whose accumulators, two registers of B and one of A fit the register file.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TallestTile<T, V>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T> => V.Count * sizeof(T) == 64 ? 12 : 6;

    /// <summary>One column of tiles: m rows by at most 2·V.Count columns.</summary>
    /// <param name="columns">
    /// 1 to 2·V.Count; B's rows must be readable (packed panel: zero-filled) up to a whole number of registers.
    /// </param>
    /// <param name="tile">Room for one tile, for columns that are not a whole number of registers.</param>
    public static void Column<T, V, TA, TB>(long m, long k, T alpha, T* a, long aRow, long aCol, TB b, T* c, long cRow, long columns,
        bool add, T* tile)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
        where TA : struct, IALayout
        where TB : struct, IBRows<T>
    {
        var panels = Panels.Count(m, TallestTile<T, V>());
        var two = columns > V.Count;
        var whole = columns == V.Count || columns == 2 * V.Count;
        for (long p = 0; p < panels; p++)
        {
            long begin = m * p / panels, rows = m * (p + 1) / panels - begin;
            var left = TA.Packed ? a + begin * k : a + begin * aRow;
            var target = c + begin * cRow;
            if (whole)
            {
                if (two) Tile<T, V, Size2, TA, TB>(rows, k, alpha, left, aRow, aCol, b, target, cRow, add);
                else Tile<T, V, Size1, TA, TB>(rows, k, alpha, left, aRow, aCol, b, target, cRow, add);
                continue;
            }

            if (two) Tile<T, V, Size2, TA, TB>(rows, k, alpha, left, aRow, aCol, b, tile, 2 * V.Count, false);
            else Tile<T, V, Size1, TA, TB>(rows, k, alpha, left, aRow, aCol, b, tile, 2 * V.Count, false);
            for (long r = 0; r < rows; r++)
            {
                T* from = tile + r * 2 * V.Count, to = target + r * cRow;
                if (add)
                {
                    for (long j = 0; j < columns; j++) to[j] += from[j];
                }
                else
                {
                    for (long j = 0; j < columns; j++) to[j] = from[j];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile<T, V, TColumns, TA, TB>(long rows, long k, T alpha, T* a, long aRow, long aCol, TB b, T* c,
        long cRow, bool add)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, IVec<V, T>
        where TColumns : struct, ITileSize
        where TA : struct, IALayout
        where TB : struct, IBRows<T>
    {
        switch (rows)
        {
            case 1: MicroKernel.Run<T, V, Size1, TColumns, TA, TB>(k, alpha, a, aRow, aCol, b, c, cRow, add); break;
            case 2: MicroKernel.Run<T, V, Size2, TColumns, TA, TB>(k, alpha, a, aRow, aCol, b, c, cRow, add); break;
            case 3: MicroKernel.Run<T, V, Size3, TColumns, TA, TB>(k, alpha, a, aRow, aCol, b, c, cRow, add); break;
            case 4: MicroKernel.Run<T, V, Size4, TColumns, TA, TB>(k, alpha, a, aRow, aCol, b, c, cRow, add); break;
            case 5: MicroKernel.Run<T, V, Size5, TColumns, TA, TB>(k, alpha, a, aRow, aCol, b, c, cRow, add); break;
            case 6: MicroKernel.Run<T, V, Size6, TColumns, TA, TB>(k, alpha, a, aRow, aCol, b, c, cRow, add); break;
            case 7: MicroKernel.Run<T, V, Size7, TColumns, TA, TB>(k, alpha, a, aRow, aCol, b, c, cRow, add); break;
            case 8: MicroKernel.Run<T, V, Size8, TColumns, TA, TB>(k, alpha, a, aRow, aCol, b, c, cRow, add); break;
            case 9: MicroKernel.Run<T, V, Size9, TColumns, TA, TB>(k, alpha, a, aRow, aCol, b, c, cRow, add); break;
            case 10: MicroKernel.Run<T, V, Size10, TColumns, TA, TB>(k, alpha, a, aRow, aCol, b, c, cRow, add); break;
            case 11: MicroKernel.Run<T, V, Size11, TColumns, TA, TB>(k, alpha, a, aRow, aCol, b, c, cRow, add); break;
            default: MicroKernel.Run<T, V, Size12, TColumns, TA, TB>(k, alpha, a, aRow, aCol, b, c, cRow, add); break;
        }
    }
}
