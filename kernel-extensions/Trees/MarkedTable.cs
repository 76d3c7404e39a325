using System.Text;
using Qiansi.Drawing;
using Qiansi.Trees.Panes;

namespace Qiansi.Trees;

/// <summary>A table of which cells stand out: a parse table, the groups of a minimisation.</summary>
public sealed class MarkedTable : Pane
{
    private const int Bytes = 56 * 1024;

    private readonly string _title;
    private readonly IReadOnlyList<string> _columns;
    private readonly IReadOnlyList<string> _rows;
    private readonly Func<int, int, string> _cell;
    private readonly (int Key, Mark Mark)[] _marks;

    /// <summary>A table without marks.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="columns">Heads of the columns.</param>
    /// <param name="rows">Heads of the rows.</param>
    /// <param name="cell">Text of the cell of a row and a column, both counted from 0; may be empty.</param>
    public MarkedTable(string title, IEnumerable<string> columns, IEnumerable<string> rows, Func<int, int, string> cell)
        : this(title, [.. columns], [.. rows], cell, []) { }

    private MarkedTable(string title, IReadOnlyList<string> columns, IReadOnlyList<string> rows, Func<int, int, string> cell,
        (int, Mark)[] marks) =>
        (_title, _columns, _rows, _cell, _marks) = (title, columns, rows, cell, marks);

    /// <summary>The same table with one more mark.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column, from 0.</param>
    /// <param name="mark">How the cell stands out.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public MarkedTable With(int row, int column, Mark mark = Mark.Current)
    {
        if ((uint)row >= (uint)_rows.Count || (uint)column >= (uint)_columns.Count)
            throw new ArgumentOutOfRangeException(nameof(row),
                $"there is no cell ({row}, {column}) in a table of {_rows.Count} rows and {_columns.Count} columns");
        return new(_title, _columns, _rows, _cell, [.. _marks, (row * _columns.Count + column, mark)]);
    }

    internal override PaneContent ReadPane()
    {
        // The last mark of a cell counts.
        var marks = new Dictionary<int, Mark>();
        foreach (var (key, mark) in _marks) marks[key] = mark;
        var html = new StringBuilder("<table class=\"qn-t\"><thead><tr><th></th>");
        foreach (var column in _columns) html.Append($"<th>{MarkupText.Escape(column)}</th>");
        html.Append("</tr></thead><tbody>");
        var text = new List<string[]> { (string[])["", .. _columns] };
        for (var row = 0; row < _rows.Count; row++)
        {
            if (html.Length > Bytes)
            {
                html.Append($"<tr><th>… {_rows.Count - row} more rows</th></tr>");
                break;
            }

            html.Append($"<tr><th>{MarkupText.Escape(_rows[row])}</th>");
            var line = new string[_columns.Count + 1];
            line[0] = _rows[row];
            for (var column = 0; column < _columns.Count; column++)
            {
                var (cell, key) = (_cell(row, column), row * _columns.Count + column);
                // An empty cell can be marked too, for what is missing there.
                html.Append(cell.Length > 0 || marks.ContainsKey(key) ? $"<td class=\"k{key}\">{MarkupText.Escape(cell)}</td>"
                    : "<td></td>");
                line[column + 1] = cell + (marks.GetValueOrDefault(key) switch { Mark.Current => " ◀", Mark.Done => " •", _ => "" });
            }

            html.Append("</tr>");
            text.Add(line);
        }

        return new(_title, html.Append("</tbody></table>").ToString(), Aligned(text), [.. marks.Select(m => (m.Key, m.Value))]);
    }

    private static string Aligned(List<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => r[c].Length)).ToArray();
        return string.Concat(rows.Select(r => string.Join("  ", r.Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd() + "\n"));
    }
}
