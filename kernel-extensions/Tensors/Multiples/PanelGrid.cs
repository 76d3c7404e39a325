namespace Qiansi.Tensors.Multiples;

/// <summary>Which planes of a tensor are shown, and in which order.</summary>
/// <param name="Indices">The indices of the dimensions before a plane, panel by panel, rows first.</param>
/// <param name="Columns">Panels in a row.</param>
/// <param name="RowDimensions">The dimensions that change from row to row.</param>
/// <param name="ColumnDimensions">The dimensions that change within a row; all that change when wrapped.</param>
/// <param name="IsWrapped">Whether the rows are one sequence cut into lines.</param>
/// <param name="Total">How many planes there are.</param>
internal sealed record PanelGrid(long[][] Indices, int Columns, int[] RowDimensions, int[] ColumnDimensions, bool IsWrapped, long Total)
{
    private const int MostPanels = 48;
    private const int MostRows = 8;
    private const int MostColumns = 10;

    /// <summary>
    /// The panels for dimensions of these sizes: one that changes gives a sequence, several a grid with the longer side across.
    /// </summary>
    public static PanelGrid Of(long[] outer)
    {
        var total = outer.Aggregate(1L, (a, b) => a * b);
        var changing = Enumerable.Range(0, outer.Length).Where(d => outer[d] > 1).ToArray();
        if (changing.Length < 2)
        {
            var count = (int)Math.Min(total, MostPanels);
            var dimensions = changing.Length == 0 ? [outer.Length - 1] : changing;
            return new PanelGrid([.. Enumerable.Range(0, count).Select(i => Unravel(i, outer, dimensions))], PerRow(count), [], dimensions,
                true, total);
        }

        int[] last = [changing[^1]], others = changing[..^1];
        var down = others.Aggregate(1L, (a, d) => a * outer[d]);
        var across = outer[last[0]];
        var (rowDimensions, columnDimensions, rowCount, columnCount) = across < down
            ? (last, others, across, down) : (others, last, down, across);
        var columns = (int)Math.Min(columnCount, MostColumns);
        var rows = (int)Math.Min(rowCount, MostRows);
        var indices = new long[rows * columns][];
        for (var i = 0; i < indices.Length; i++)
        {
            var row = Unravel(i / columns, outer, rowDimensions);
            indices[i] = [.. Unravel(i % columns, outer, columnDimensions).Zip(row, (a, b) => a + b)];
        }

        return new PanelGrid(indices, columns, rowDimensions, columnDimensions, false, total);
    }

    /// <summary>Panels in a row: so many that rows are full where it can be.</summary>
    public static int PerRow(int panels)
    {
        if (panels <= 8) return Math.Max(1, panels);
        for (var columns = 12; columns >= 6; columns--)
        {
            if (panels % columns == 0) return columns;
        }

        return 10;
    }

    /// <summary>The index a number stands for when only some dimensions count.</summary>
    private static long[] Unravel(long number, long[] outer, int[] dimensions)
    {
        var index = new long[outer.Length];
        foreach (var d in dimensions.Reverse()) (number, index[d]) = Math.DivRem(number, outer[d]);
        return index;
    }
}
