namespace Qiansi.Charts;

/// <summary>Looks at rows of numbers before a figure is made of them.</summary>
internal static class RowData
{
    /// <summary>Throws when a trace's z are no rows, or do not fit its x and y.</summary>
    public static void Check(Trace trace)
    {
        if (trace["z"] is double[] { Length: > 0 } row) trace["z"] = new[] { row };
        if (trace["z"] is not double[][] { Length: > 0 } rows || rows.Max(r => r.Length) is 0)
            throw new ArgumentException(
                $"{trace.Type}: z holds no rows of numbers; give an array of two dimensions, rows of numbers, or a tensor of two "
                    + "dimensions");
        var isTransposed = trace["transpose"] is true;
        var (columns, lines) = (rows.Max(r => r.Length), rows.Length);
        Check(trace, isTransposed ? "y" : "x", columns, "columns");
        Check(trace, isTransposed ? "x" : "y", lines, "rows");
    }

    /// <summary>Places may be those of the cells, or one more: those of their edges.</summary>
    private static void Check(Trace trace, string axis, int count, string what)
    {
        if (trace[axis] is Array places && places.Rank == 1 && places is not Array[] && places.Length != count
            && places.Length != count + 1)
            throw new ArgumentException($"{trace.Type}: {axis} has {places.Length} values and z has {count} {what}; give one for each");
    }
}
