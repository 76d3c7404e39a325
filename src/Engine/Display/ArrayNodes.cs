namespace Qiansi.Engine.Display;

/// <summary>Arrays of rank 2 and more keep their shape: a matrix, or a stack of matrices under their leading indices.</summary>
internal static class ArrayNodes
{
    /// <summary>What to show of an array of rank 2 or more.</summary>
    public static DisplayNode Of(Array array, int depth, NodeBuilder builder)
    {
        var shape = Enumerable.Range(0, array.Rank).Select(array.GetLength).ToArray();
        var title = $"{TypeNames.Of(array.GetType().GetElementType()!)}[{string.Join(", ", shape)}]";
        var index = Enumerable.Range(0, array.Rank).Select(array.GetLowerBound).ToArray();
        if (array.Length == 0) return new TextNode(title);
        if (array.Rank == 2) return Matrix(array, index, title, depth, builder);

        var planes = shape[..^2].Aggregate(1L, (count, length) => count * length);
        var parts = new List<DisplayNode> { new TextNode(title, Inline: true) };
        for (var plane = 0L; plane < Math.Min(planes, DisplayLimits.Planes) && !builder.IsFull; plane++)
        {
            var rest = plane;
            for (var axis = array.Rank - 3; axis >= 0; axis--)
            {
                index[axis] = array.GetLowerBound(axis) + (int)(rest % shape[axis]);
                rest /= shape[axis];
            }

            parts.Add(Matrix(array, index, $"[{string.Join(", ", index[..^2])}, .., ..]", depth, builder));
        }

        if (parts.Count - 1 < planes) parts.Add(new NoteNode($"… {planes - (parts.Count - 1)} more of {planes} planes"));
        return new StackNode(parts);
    }

    /// <summary>The matrix of the last two axes at the leading indices given.</summary>
    private static TableNode Matrix(Array array, int[] index, string title, int depth, NodeBuilder builder)
    {
        var (rowAxis, columnAxis) = (array.Rank - 2, array.Rank - 1);
        var (height, width) = (array.GetLength(rowAxis), array.GetLength(columnAxis));
        var columns = Math.Min(width, Math.Max(1, builder.Limits.Items));
        var (firstRow, firstColumn) = (array.GetLowerBound(rowAxis), array.GetLowerBound(columnAxis));
        var rows = new List<IReadOnlyList<DisplayNode?>>();
        while (rows.Count < Math.Min(height, Math.Max(1, builder.Limits.Items)) && !builder.IsFull)
        {
            var row = firstRow + rows.Count;
            var cells = new DisplayNode?[columns + 1];
            cells[0] = new TextNode($"{row}");
            for (var c = 0; c < columns; c++)
            {
                (index[rowAxis], index[columnAxis]) = (row, firstColumn + c);
                cells[c + 1] = builder.Build(array.GetValue(index), depth + 1);
            }

            rows.Add(cells);
        }

        var omitted = new List<string>();
        if (rows.Count < height) omitted.Add($"{rows.Count} of {height} rows");
        if (columns < width) omitted.Add($"{columns} of {width} columns");
        return new TableNode(
            title,
            ["", .. Enumerable.Range(firstColumn, columns).Select(c => $"{c}")],
            rows,
            1,
            omitted.Count == 0 ? null : $"… {string.Join(", ", omitted)} shown");
    }
}
