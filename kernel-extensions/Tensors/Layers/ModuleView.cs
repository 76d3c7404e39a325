using System.Text;
using Qiansi.Tensors.Pictures;

namespace Qiansi.Tensors.Layers;

/// <summary>Shows a module's table: as HTML with the share of parameters as a bar, and as text.</summary>
internal static class ModuleView
{
    private const int MostLength = 58_000;
    private const string Number = "text-align:right;padding:1px 0 1px 18px";
    private const string Plain = "text-align:left;padding:1px 0 1px 18px";

    /// <summary>The table as a picture.</summary>
    public static TensorPicture Show(ModuleTable table)
    {
        var rows = table.Rows.ToList();
        for (var depth = rows.Max(r => r.Depth); ; depth--)
        {
            var html = Html(table, rows);
            if (html.Length <= MostLength) return new TensorPicture(html, Text(table, rows));
            rows = depth > 1 ? [.. rows.Where(r => r.Depth < depth)] : rows[..(rows.Count * 3 / 4)];
        }
    }

    /// <summary>One line, for a module within another value.</summary>
    public static string Line(ModuleTable table) => $"{table.Rows[0].Kind} · {NumberText.Count(table.Rows[0].Parameters)} parameters";

    private static string Html(ModuleTable table, List<LayerRow> rows)
    {
        var root = table.Rows[0];
        var html = new StringBuilder();
        html.Append(
            "<table style=\"border-collapse:collapse;font:12px/1.45 "
                + $"{Theme.Font};font-variant-numeric:tabular-nums;white-space:nowrap;margin:4px 0;width:auto\"><thead><tr>");
        foreach (var head in Heads(table))
            html.Append(
                $"<th style=\"{(head is "layer" or "output" ? Plain : Number)};color:{Theme.Soft};font-weight:normal;border-bottom:1px "
                    + $"solid {Theme.Rule}{(head == "layer" ? ";padding-left:0" : "")}\">{head}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            var tip = MarkupText.Escape($"{row.Kind}({row.Settings})");
            var name = row.Name.Length == 0 ? "" : $"<span style=\"color:{Theme.Soft}\">{MarkupText.Escape(row.Name)}</span> ";
            var mark = row.IsRepeated ? $" <span style=\"color:{Theme.Soft}\">again</span>" : row.Calls > 1
                ? $" <span style=\"color:{Theme.Soft}\">×{row.Calls}</span>" : "";
            html.Append(
                $"<tr><td title=\"{tip}\" "
                    + $"style=\"text-align:left;padding-left:{row.Depth * 16}px\">{name}"
                    + $"{(row.IsLeaf ? MarkupText.Escape(row.Kind) : $"<b>{MarkupText.Escape(row.Kind)}</b>")}{mark}</td>");
            if (table.Input is not null) html.Append($"<td style=\"{Plain}\">{MarkupText.Escape(row.Output ?? "–")}</td>");
            html.Append($"<td style=\"{Number}{Bar(row, root)}\">{Count(row)}</td>");
            if (table.Input is not null)
                html.Append($"<td style=\"{Number}\">{(row.MultiplyAdds is > 0 and var macs ? NumberText.Count(macs) : "")}</td>");
            html.Append($"<td style=\"{Number}\">{Memory(row)}</td></tr>");
        }

        html.Append("</tbody></table>");
        var card = new Card().Facts(root.Kind, Totals(table)).Markup(html.ToString());
        if (rows.Count < table.Rows.Count) card.Note($"{table.Rows.Count - rows.Count} more layers are counted but not listed");
        if (table.Input is null)
            card.Note("Summary(1, 28, 28) with the shape of an input, or with a sample, also shows output shapes, multiplications "
                + "and memory");
        return card.ToString();
    }

    private static string[] Heads(ModuleTable table) =>
        table.Input is null ? ["layer", "parameters", "memory"] : ["layer", "output", "parameters", "multiply-adds", "memory"];

    /// <summary>A bar behind the number: the share of the layer in all parameters.</summary>
    private static string Bar(LayerRow row, LayerRow root)
    {
        if (!row.IsLeaf || row.IsRepeated || row.Parameters == 0 || root.Parameters == 0) return "";
        var part = SvgWriter.Number(100.0 * row.Parameters / root.Parameters);
        return $";background:linear-gradient(to left,rgba(0,114,178,.28) {part}%,transparent {part}%)";
    }

    private static string Count(LayerRow row) =>
        row.Parameters == 0 ? "" : row.IsRepeated
            ? "(shared)" : row.IsLeaf || row.Depth == 0 ? NumberText.Count(row.Parameters) : $"({NumberText.Count(row.Parameters)})";

    private static string Memory(LayerRow row)
    {
        var parameters = row.IsRepeated || row.ParameterBytes == 0 ? null : NumberText.Bytes(row.ParameterBytes);
        var output = row.OutputBytes is > 0 and var bytes ? NumberText.Bytes(bytes) : null;
        return output is null ? parameters ?? "" : parameters is null ? output : $"{parameters} + {output}";
    }

    private static IEnumerable<string> Totals(ModuleTable table)
    {
        var root = table.Rows[0];
        var frozen = root.Frozen > 0 ? $", {NumberText.Count(root.Frozen)} of them frozen" : "";
        yield return $"{NumberText.Count(root.Parameters)} parameters{frozen} ({NumberText.Bytes(root.ParameterBytes)})";
        if (table.Input is null) yield break;
        yield return $"{NumberText.Compact(table.MultiplyAdds)} multiply-adds";
        yield return $"outputs {NumberText.Bytes(table.OutputBytes)}";
        yield return $"input {table.Input}";
    }

    private static string Text(ModuleTable table, List<LayerRow> rows)
    {
        string[][] cells = [Heads(table), .. rows.Select(r => Cells(table, r))];
        int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(c => cells.Max(row => row[c].Length))];
        var text = new StringBuilder($"{table.Rows[0].Kind} · {string.Join(" · ", Totals(table))}");
        foreach (var row in cells)
            text.Append('\n')
                .Append(string.Join("  ", row.Select(
                    (cell, c) => cells[0][c] is "layer" or "output" ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd());
        return text.ToString();
    }

    private static string[] Cells(ModuleTable table, LayerRow row)
    {
        var name = new string(' ', row.Depth * 2) + (row.Name.Length > 0 ? $"{row.Name} {row.Kind}" : row.Kind)
            + (row.IsRepeated ? " again" : row.Calls > 1 ? $" ×{row.Calls}" : "");
        return table.Input is null ? [name, Count(row), Memory(row)] : [name, row.Output ?? "–", Count(row),
            row.MultiplyAdds is > 0 and var macs ? NumberText.Count(macs) : "", Memory(row)];
    }
}
