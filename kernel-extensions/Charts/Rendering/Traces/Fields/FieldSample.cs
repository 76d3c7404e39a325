namespace Qiansi.Charts.Rendering.Traces.Fields;

/// <summary>Fewer rows and columns of a fine grid.</summary>
internal static class FieldSample
{
    /// <summary>Every n-th row and column, the last ones included; all when there are few enough.</summary>
    public static (double[][] Z, double[] Columns, double[] Rows) Reduce(double[][] z, double[] columns, double[] rows, int most)
    {
        var (c, r) = (Chosen(columns.Length, most), Chosen(rows.Length, most));
        return c.Length == columns.Length && r.Length == rows.Length
            ? (z, columns, rows)
            : ([.. r.Select(i => c.Select(j => z[i][j]).ToArray())], [.. c.Select(j => columns[j])], [.. r.Select(i => rows[i])]);
    }

    private static int[] Chosen(int count, int most) =>
        count <= most
            ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, most).Select(i => (int)Math.Round(i * (count - 1.0) / (most - 1)))];
}
