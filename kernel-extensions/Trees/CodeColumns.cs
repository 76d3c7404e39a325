using System.Text;
using Qiansi.Drawing;
using Qiansi.Trees.Panes;

namespace Qiansi.Trees;

/// <summary>Two languages side by side: each piece of the one, and beside it what it became in the other.</summary>
/// <param name="left">What stands on the left.</param>
/// <param name="right">What stands on the right.</param>
/// <param name="rows">The pieces, in order; each may have several lines.</param>
public sealed class CodeColumns(string left, string right, IEnumerable<(string Left, string Right)> rows) : Pane
{
    private const int Bytes = 56 * 1024;

    private readonly List<(string Left, string Right)> _rows = [.. rows];

    internal override PaneContent ReadPane()
    {
        var html = new StringBuilder("<table class=\"qn-t qn-c\"><thead><tr>")
            .Append($"<th>{MarkupText.Escape(left)}</th><th>{MarkupText.Escape(right)}</th></tr></thead><tbody>");
        var text = new StringBuilder();
        var width = _rows.SelectMany(r => Lines(r.Left)).Append(left).Max(l => l.Length);
        text.Append($"{left.PadRight(width)} │ {right}\n");
        for (var i = 0; i < _rows.Count; i++)
        {
            if (html.Length > Bytes)
            {
                html.Append($"<tr><td>… {_rows.Count - i} more</td><td></td></tr>");
                break;
            }

            html.Append($"<tr><td class=\"k{2 * i}\"><pre>{MarkupText.Escape(_rows[i].Left)}</pre></td>")
                .Append($"<td class=\"k{2 * i + 1}\"><pre>{MarkupText.Escape(_rows[i].Right)}</pre></td></tr>");
            string[] lefts = Lines(_rows[i].Left), rights = Lines(_rows[i].Right);
            for (var line = 0; line < Math.Max(lefts.Length, rights.Length); line++)
                text.Append((lefts.ElementAtOrDefault(line) ?? "").PadRight(width)).Append(" │ ").Append(rights.ElementAtOrDefault(line))
                    .Append('\n');
        }

        return new("", html.Append("</tbody></table>").ToString(), text.ToString(), []);
    }

    private static string[] Lines(string text) => text.TrimEnd('\n').Split('\n');
}
