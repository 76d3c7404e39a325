using System.Data;

namespace Qiansi.Engine.Display;

/// <summary>Tables of data, rows of them, and readers.</summary>
internal static class DataNodes
{
    /// <summary>What to show of a value of <c>System.Data</c>; null for any other.</summary>
    public static DisplayNode? Of(object value, int depth, NodeBuilder builder) => value switch
    {
        DataTable table => Table(table, depth, builder),
        DataView view => Table(view.ToTable(), depth, builder),
        DataSet set =>
            new StackNode([builder.Text($"{set.DataSetName}, {set.Tables.Count} tables", depth), .. set.Tables.Cast<DataTable>()
            .Select(t => Table(t, depth, builder))]),
        IDataReader reader => Read(reader, depth, builder),
        DataRow or DataRowView or IDataRecord => Row(value, depth, builder),
        _ => null,
    };

    /// <summary>The columns of a row and how to read them; null for what is no row.</summary>
    public static RowReader? RowOf(object value, NodeBuilder builder) => value switch
    {
        DataRowView view => RowOf(view.Row, builder),
        DataRow row =>
            new([.. row.Table.Columns.Cast<DataColumn>().Select(c => c.ColumnName)],
            (name, depth) => builder.Build(row.Table.Columns.Contains(name) ? row[name] : null, depth)),
        IDataRecord record and not IDataReader =>
            new([.. Enumerable.Range(0, record.FieldCount).Select(record.GetName)], (name, depth) => builder.Build(record[name], depth)),
        _ => null,
    };

    private static ObjectNode Row(object value, int depth, NodeBuilder builder)
    {
        var reader = RowOf(value, builder)!;
        return new(TypeNames.Of(value.GetType()), TypeNames.Of(value.GetType()),
            [.. reader.Names.Select(n => KeyValuePair.Create(n, reader.Cell(n, depth + 1) ?? new TextNode("")))], null);
    }

    private static TableNode Table(DataTable table, int depth, NodeBuilder builder)
    {
        var columns = table.Columns.Cast<DataColumn>().Take(DisplayLimits.Columns).ToList();
        var rows = new List<IReadOnlyList<DisplayNode?>>();
        while (rows.Count < Math.Min(table.Rows.Count, builder.Limits.Items) && !builder.IsFull)
        {
            var row = table.Rows[rows.Count];
            rows.Add([new TextNode($"{rows.Count}"), .. columns.Select(c => builder.Build(row[c], depth + 1))]);
        }

        var omitted = new List<string>();
        if (rows.Count < table.Rows.Count) omitted.Add($"{table.Rows.Count - rows.Count} more rows");
        if (columns.Count < table.Columns.Count) omitted.Add($"{table.Columns.Count - columns.Count} more columns");
        return new TableNode(
            table.TableName.Length > 0 ? table.TableName : null,
            ["index", .. columns.Select(c => c.ColumnName)],
            rows,
            1,
            omitted.Count == 0 ? null : $"… {string.Join(", ", omitted)}");
    }

    /// <summary>The next rows; they can be read once only, and that is said.</summary>
    private static DisplayNode Read(IDataReader reader, int depth, NodeBuilder builder)
    {
        if (reader.IsClosed) return builder.Text($"{TypeNames.Of(reader.GetType())} (closed)", depth);
        var columns = Enumerable.Range(0, Math.Min(reader.FieldCount, DisplayLimits.Columns)).ToList();
        var rows = new List<IReadOnlyList<DisplayNode?>>();
        while (rows.Count < builder.Limits.Items && !builder.IsFull && reader.Read())
            rows.Add([new TextNode($"{rows.Count}"), .. columns.Select(c => builder.Build(reader.GetValue(c), depth + 1))]);
        return new TableNode(
            TypeNames.Of(reader.GetType()),
            ["index", .. columns.Select(reader.GetName)],
            rows,
            1,
            $"the reader stands behind these {rows.Count} rows now; keep them all with: var table = new DataTable(); table.Load(reader);");
    }
}
