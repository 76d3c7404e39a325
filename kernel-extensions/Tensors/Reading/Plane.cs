namespace Qiansi.Tensors.Reading;

/// <summary>A grid of numbers to draw: the elements themselves, or the means of the blocks they fall into.</summary>
/// <param name="Rows">Rows of the grid.</param>
/// <param name="Columns">Columns of the grid.</param>
/// <param name="Values">Row by row. A block with a NaN is NaN, one with an infinity that infinity: what is loud stays so.</param>
/// <param name="Source">What was read.</param>
internal sealed record Plane(int Rows, int Columns, double[] Values, PlaneSource Source)
{
    /// <summary>Elements looked at along each side of a block.</summary>
    private const int Looks = 2;

    /// <summary>Whether elements were joined to blocks.</summary>
    public bool IsReduced => Rows < Source.Rows || Columns < Source.Columns;

    /// <summary>One value.</summary>
    public double this[int row, int column] => Values[(row * Columns) + column];

    /// <summary>Reads a grid of at most so many rows and columns.</summary>
    public static Plane Read(PlaneSource source, int mostRows, int mostColumns)
    {
        var rows = (int)Math.Min(source.Rows, mostRows);
        var columns = (int)Math.Min(source.Columns, mostColumns);
        var values = new double[rows * columns];
        if (rows == source.Rows && columns == source.Columns)
        {
            for (var r = 0; r < rows; r++)
                Elements.Read(source.Tensor, source.Place + (r * source.RowStride), source.ColumnStride,
                    values.AsSpan(r * columns, columns));
            return new Plane(rows, columns, values, source);
        }

        Span<double> block = stackalloc double[Looks * Looks];
        var isHuge = source.Tensor.count > Statistics.ExactUpTo;
        for (var r = 0; r < rows; r++)
        {
            var top = First(r, rows, source.Rows);
            var height = First(r + 1, rows, source.Rows) - top;
            for (var c = 0; c < columns; c++)
            {
                var left = First(c, columns, source.Columns);
                var width = First(c + 1, columns, source.Columns) - left;
                // Of a huge tensor each place costs a wait for memory: one place a block then, at a spot that follows no pattern.
                values[(r * columns) + c] = isHuge
                    ? Spot(source, top, height, left, width, ((r * 0.618) + (c * 0.414)) % 1, block)
                    : Block(source, top, height, left, width, block);
            }
        }

        return new Plane(rows, columns, values, source);
    }

    /// <summary>The first row or column that falls into a block.</summary>
    public static long First(int block, int blocks, long size) => (long)((Int128)size * block / blocks);

    /// <summary>The mean of a few neighbours in memory at one place of a block.</summary>
    private static double Spot(PlaneSource source, long top, long height, long left, long width, double part, Span<double> values)
    {
        var isAlongRow = source.ColumnStride <= source.RowStride;
        var count = (int)Math.Min(isAlongRow ? width : height, values.Length);
        var row = top + (long)(part * (isAlongRow ? height : height - count + 1));
        var column = left + (long)(part * (isAlongRow ? width - count + 1 : width));
        Elements.Read(source.Tensor, source.Place + (row * source.RowStride) + (column * source.ColumnStride),
            isAlongRow ? source.ColumnStride : source.RowStride, values[..count]);
        double sum = 0;
        foreach (var value in values[..count]) sum += value;
        return sum / count;
    }

    private static double Block(PlaneSource source, long top, long height, long left, long width, Span<double> values)
    {
        var rows = (int)Math.Min(height, Looks);
        var columns = (int)Math.Min(width, Looks);
        var stride = width / columns;
        for (var r = 0; r < rows; r++)
        {
            // Each row looks at other columns of the block, so that a pattern of the block's width does not hide.
            var row = top + (height * r / rows);
            var shift = stride * r / rows;
            Elements.Read(source.Tensor, source.Place + (row * source.RowStride) + ((left + shift) * source.ColumnStride),
                stride * source.ColumnStride, values.Slice(r * columns, columns));
        }

        double sum = 0;
        foreach (var value in values[..(rows * columns)]) sum += value;
        return sum / (rows * columns);
    }
}
