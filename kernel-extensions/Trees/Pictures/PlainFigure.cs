using System.Text;
using Qiansi.Drawing;
using Qiansi.Trees.Figures;

namespace Qiansi.Trees.Pictures;

/// <summary>Figures in characters.</summary>
internal static class PlainFigure
{
    private const int Limit = 60_000;

    /// <summary>The figure as text.</summary>
    public static string Write(Figure figure)
    {
        var text = new StringBuilder();
        if (figure.IsTree) WriteTree(text, figure);
        else WriteGraph(text, figure);
        if (figure.Note is { } note) text.Append('\n').Append(note);
        return text.ToString().TrimEnd();
    }

    /// <summary>A node on one line: its label, and what colour and mark say.</summary>
    public static string Line(GraphNode node, Figure figure)
    {
        var line = node.Cells is { } cells ? $"[{string.Join(" | ", cells.Select(c => NodeText.OneLine(c)))}]" : NodeText.OneLine(node.Label, 120);
        if (line.Length == 0) line = "·";
        var remarks = new List<string>();
        if (node.Value is { } value) remarks.Add($"{(figure.ValueTitle.Length > 0 ? figure.ValueTitle + " " : "")}{NumberText.Short(value)}");
        if (node.Category is { } category) remarks.Add(category);
        if (node.Mark != Mark.None) remarks.Add(node.Mark switch { Mark.Current => "◀ here", Mark.Done => "visited", _ => "cut off" });
        return remarks.Count == 0 ? line : $"{line}  ({string.Join(", ", remarks)})";
    }

    private static void WriteTree(StringBuilder text, Figure figure)
    {
        if (figure.Nodes.Count == 0) return;
        var children = figure.Edges.ToLookup(e => e.From);
        var stack = new Stack<(GraphEdge? Edge, string Indent, bool IsLast)>([(null, "", true)]);
        while (stack.TryPop(out var next))
        {
            var (edge, indent, isLast) = next;
            if (text.Length > Limit)
            {
                text.Append("… the rest is left out\n");
                return;
            }

            var v = edge?.To ?? 0;
            if (edge is not null)
            {
                text.Append(indent).Append(isLast ? "└── " : "├── ");
                if (!string.IsNullOrEmpty(edge.Label)) text.Append(NodeText.OneLine(edge.Label)).Append(" → ");
                // A path has no branches to tell apart: deep ones are not indented out of sight.
                indent = indent.Length < 400 ? indent + (isLast ? "    " : "│   ") : indent;
            }

            text.Append(Line(figure.Nodes[v], figure)).Append('\n');
            foreach (var child in children[v].Reverse()) stack.Push((child, indent, child == children[v].Last()));
        }
    }

    private static void WriteGraph(StringBuilder text, Figure figure)
    {
        var names = Names(figure);
        var edges = figure.Edges.ToLookup(e => e.From);
        for (var v = 0; v < figure.Nodes.Count; v++)
        {
            if (text.Length > Limit)
            {
                text.Append("… the rest is left out\n");
                return;
            }

            text.Append(names[v]).Append(Line(figure.Nodes[v], figure)[NodeStart(figure.Nodes[v], figure)..]);
            var targets = edges[v].Select(e => string.IsNullOrEmpty(e.Label) ? names[e.To] : $"{names[e.To]} ({NodeText.OneLine(e.Label)})").ToList();
            if (targets.Count > 0) text.Append(" → ").AppendJoin(", ", targets);
            text.Append('\n');
        }
    }

    private static int NodeStart(GraphNode node, Figure figure) => Line(node with { Value = null, Category = null, Mark = Mark.None }, figure).Length;

    /// <summary>Labels, numbered where several nodes have the same.</summary>
    private static string[] Names(Figure figure)
    {
        var names = figure.Nodes.Select(n => Line(n with { Value = null, Category = null, Mark = Mark.None }, figure)).ToArray();
        var count = names.CountBy(n => n).ToDictionary();
        var seen = new Dictionary<string, int>();
        for (var v = 0; v < names.Length; v++)
        {
            if (count[names[v]] == 1) continue;
            var name = names[v];
            seen[name] = seen.GetValueOrDefault(name) + 1;
            names[v] = $"{name} #{seen[name]}";
        }

        return names;
    }
}
