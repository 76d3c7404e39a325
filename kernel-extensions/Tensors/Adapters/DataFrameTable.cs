using System.Collections;
using System.Globalization;
using System.Text;
using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors.Adapters;

/// <summary>Shows data frames as tables: the columns' types and how many values they lack, the first rows and the last.</summary>
internal static class DataFrameTable
{
    private const int MostRows = 20;
    private const int Ends = 5;
    private const int MostColumns = 20;
    private const int MostText = 60;
    private const string Cell = "padding:1px 0 1px 18px;text-align:";

    /// <summary>The frame as a table.</summary>
    public static TensorPicture Show(object value)
    {
        var (columns, rows) = Read(value);
        var shown = columns.Take(MostColumns).ToList();
        var html = new StringBuilder(
            "<table style=\"border-collapse:collapse;font:12px/1.5 "
                + $"{Theme.Font};font-variant-numeric:tabular-nums;white-space:nowrap;margin:4px 0;width:auto\"><thead><tr><th></th>");
        foreach (var c in shown) html.Append($"<th style=\"{Cell}{c.Side}\">{MarkupText.Escape(c.Name)}</th>");
        html.Append($"</tr><tr style=\"border-bottom:1px solid {Theme.Rule}\"><th></th>");
        foreach (var c in shown)
            html.Append(
                $"<th style=\"{Cell}{c.Side};font-weight:normal;color:{Theme.Soft}\">{c.Kind}"
                + $"{(c.Nulls > 0 ? $", {NumberText.Count(c.Nulls)} null" : "")}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in Rows(rows))
        {
            html.Append($"<tr><td style=\"text-align:right;color:{Theme.Soft}\">{(row < 0 ? "⋮" : row)}</td>");
            foreach (var c in shown)
                html.Append(
                    row < 0 ? $"<td style=\"{Cell}{c.Side};color:{Theme.Soft}\">⋮</td>" : c.Text(row) is { } text
                        ? $"<td style=\"{Cell}{c.Side}\">{MarkupText.Escape(text)}</td>"
                        : $"<td style=\"{Cell}{c.Side};color:{Theme.Soft};font-style:italic\">null</td>");
            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
        var card = new Card().Facts("DataFrame", Facts(columns, rows)).Markup(html.ToString());
        if (shown.Count < columns.Count)
            card.Note($"{columns.Count - shown.Count} more columns: "
                + $"{string.Join(", ", columns.Skip(MostColumns).Take(30).Select(c => c.Name))}");
        return new TensorPicture(card.ToString(), Text(value, shown, rows));
    }

    /// <summary>The frame in one line.</summary>
    public static string Line(object value)
    {
        var (columns, rows) = Read(value);
        return $"DataFrame · {string.Join(" · ", Facts(columns, rows))}";
    }

    private static IEnumerable<string> Facts(List<Column> columns, long rows)
    {
        yield return $"{NumberText.Count(rows)} rows × {columns.Count} columns";
        var nulls = columns.Sum(c => c.Nulls);
        yield return nulls switch { 0 => "no nulls", 1 => "1 null", _ => $"{NumberText.Count(nulls)} nulls" };
    }

    private static (List<Column> Columns, long Rows) Read(object value)
    {
        var columns = ((IEnumerable)Reflected.Property(value, "Columns")!).Cast<object>().Select(c => new Column(c)).ToList();
        return (columns, columns.Count == 0 ? 0 : columns.Max(c => c.Length));
    }

    /// <summary>The rows to show, −1 for those left out.</summary>
    private static IEnumerable<long> Rows(long count)
    {
        for (long r = 0; r < count; r++)
        {
            if (count <= MostRows || r < Ends || r >= count - Ends)
            {
                yield return r;
                continue;
            }

            yield return -1;
            r = count - Ends - 1;
        }
    }

    private static string Text(object value, List<Column> columns, long rows)
    {
        List<string[]> lines = [["", .. columns.Select(c => c.Name)],
            ["", .. columns.Select(c => c.Nulls > 0 ? $"{c.Kind}, {c.Nulls} null" : c.Kind)]];
        foreach (var row in Rows(rows))
            lines.Add(row < 0 ? ["⋮", .. columns.Select(_ => "⋮")] : [$"{row}", .. columns.Select(c => c.Text(row) ?? "null")]);
        int[] widths = [.. Enumerable.Range(0, columns.Count + 1).Select(c => lines.Max(l => l[c].Length))];
        var table = lines.Select(
            l => string.Join("  ", l.Select(
                (cell, c) => c == 0 || columns[c - 1].Side == "right" ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]))).TrimEnd());
        return $"{Line(value)}\n{string.Join('\n', table)}";
    }

    /// <summary>One column, behind reflection.</summary>
    private sealed class Column(object column)
    {
        private readonly System.Reflection.PropertyInfo _item = column.GetType().GetProperties()
            .First(p => p.Name == "Item" && p.GetIndexParameters() is [{ ParameterType: var t }] && t == typeof(long));

        public string Name { get; } = (string)Reflected.Property(column, "Name")!;

        public long Length { get; } = (long)Reflected.Property(column, "Length")!;

        public long Nulls { get; } = (long)Reflected.Property(column, "NullCount")!;

        public string Kind { get; } = Named((Type)Reflected.Property(column, "DataType")!);

        public string Side => Kind is "string" or "DateTime" or "bool" or "char" ? "left" : "right";

        public string? Text(long row) => row >= Length ? null : _item.GetValue(column, [row]) switch
        {
            null => null,
            double d => NumberText.Short(d, 7),
            float f => NumberText.Short(f, 7),
            DateTime t => t.ToString(t.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            var other when Convert.ToString(other, CultureInfo.InvariantCulture) is { } text => text.Length > MostText
                ? text[..(MostText - 1)] + "…" : text,
            _ => "",
        };

        private static string Named(Type type) => type.Name switch
        {
            "Int32" => "int",
            "Int64" => "long",
            "Int16" => "short",
            "Single" => "float",
            "Double" => "double",
            "Boolean" => "bool",
            "String" => "string",
            "Decimal" => "decimal",
            "Byte" => "byte",
            "Char" => "char",
            var name => name,
        };
    }
}
