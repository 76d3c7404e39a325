using System.Text;
using Qiansi.Drawing;
using Qiansi.Trees.Figures;

namespace Qiansi.Trees.Pictures;

/// <summary>
/// A figure as lines that open and close, without script: the twin of the drawing for keyboards, screen readers and search.
/// </summary>
internal static class Outline
{
    private const int OpenLevels = 2;

    /// <summary>The closed outline; opened, its first levels are open.</summary>
    public static string Write(Figure figure)
    {
        if (figure.Nodes.Count < 2) return "";
        var html = new StringBuilder(
            $"<details style=\"margin-top:.4em;color:{Theme.Ink}\"><summary "
                + $"style=\"cursor:pointer;font-size:.85em;color:{Theme.Soft}\">As {(figure.IsTree ? "an outline" : "text")}</summary>");
        if (figure.IsTree) WriteTree(html, figure);
        else html.Append(
            "<pre style=\"font-size:.85em;margin:.4em "
                + $"0;white-space:pre-wrap\">{MarkupText.Escape(PlainFigure.Write(figure with { Note = null }))}</pre>");
        return html.Append("</details>").ToString();
    }

    private static void WriteTree(StringBuilder html, Figure figure)
    {
        var children = figure.Edges.ToLookup(e => e.From);
        html.Append("<div style=\"font-size:.9em;line-height:1.6\">");
        // Null closes what is open.
        var stack = new Stack<(int Node, string? Label, int Level)?>();
        stack.Push((0, null, 0));
        while (stack.TryPop(out var next))
        {
            if (next is not var (v, label, level))
            {
                html.Append("</div></details>");
                continue;
            }

            var line = MarkupText.Escape(
                (string.IsNullOrEmpty(label) ? "" : NodeText.OneLine(label) + " → ") + PlainFigure.Line(figure.Nodes[v], figure));
            if (!children[v].Any())
            {
                html.Append("<div style=\"padding-left:1.1em\">").Append(line).Append("</div>");
                continue;
            }

            // Deep trees are not nested without end: browsers stop at some hundred levels.
            var indent = level < 60 ? "1.1em" : "0";
            html.Append(level < OpenLevels ? "<details open=\"\">" : "<details>").Append("<summary style=\"cursor:pointer\">").Append(line)
                .Append($"</summary><div style=\"padding-left:{indent}\">");
            stack.Push(null);
            foreach (var edge in children[v].Reverse()) stack.Push((edge.To, edge.Label, level + 1));
        }

        html.Append("</div>");
    }
}
