using Qiansi.Drawing;
using Qiansi.Trees.Figures;

namespace Qiansi.Trees.Pictures;

/// <summary>Figures in characters.</summary>
internal static class PlainFigure
{
    /// <summary>The figure as text.</summary>
    public static string Write(Figure figure)
    {
        var text = new MeasuredText();
        if (!(figure.IsTree ? WriteTree(text, figure) : WriteGraph(text, figure))) text.End("… the rest is left out\n");
        return figure.Note is { } note ? text.End("\n" + note).ToString() : text.ToString();
    }

    /// <summary>A node on one line: its label, and what colour and mark say.</summary>
    public static string Line(GraphNode node, Figure figure)
    {
        var line = node.Cells is { } cells
            ? $"[{string.Join(" | ", cells.Select(c => NodeText.OneLine(c)))}]" : NodeText.OneLine(node.Label, 120);
        if (line.Length == 0) line = "·";
        var remarks = new List<string>();
        if (node.Value is { } value)
            remarks.Add($"{(figure.ValueTitle.Length > 0 ? figure.ValueTitle + " " : "")}{NumberText.Short(value)}");
        if (node.Category is { } category) remarks.Add(category);
        if (node.Shape == NodeShape.DoubleCircle) remarks.Add("accepting");
        if (node.Mark != Mark.None) remarks.Add(node.Mark switch { Mark.Current => "◀ here", Mark.Done => "visited", _ => "cut off" });
        return remarks.Count == 0 ? line : $"{line}  ({string.Join(", ", remarks)})";
    }

    private static bool WriteTree(MeasuredText text, Figure figure)
    {
        var children = figure.Edges.ToLookup(e => e.From);
        var stack = new Stack<(GraphEdge? Edge, string Indent, bool IsLast)>([(null, "", true)]);
        while (stack.TryPop(out var next))
        {
            var (edge, indent, isLast) = next;
            var v = edge?.To ?? 0;
            var before = edge is null
                ? "" : indent + (isLast ? "└── " : "├── ") + (string.IsNullOrEmpty(edge.Label) ? "" : NodeText.OneLine(edge.Label) + " → ");
            if (!text.TryAppend($"{before}{Line(figure.Nodes[v], figure)}\n")) return false;
            // A path has no branches to tell apart: deep ones are not indented out of sight.
            if (edge is not null && indent.Length < 400) indent += isLast ? "    " : "│   ";
            foreach (var child in children[v].Reverse()) stack.Push((child, indent, child == children[v].Last()));
        }

        return true;
    }

    private static bool WriteGraph(MeasuredText text, Figure figure)
    {
        var names = Names(figure);
        var edges = figure.Edges.ToLookup(e => e.From);
        for (var v = 0; v < figure.Nodes.Count; v++)
        {
            var remarks = Line(figure.Nodes[v], figure)[NodeStart(figure.Nodes[v], figure)..];
            var targets = edges[v].Select(
                e => string.IsNullOrEmpty(e.Label) ? names[e.To] : $"{names[e.To]} ({NodeText.OneLine(e.Label)})").ToList();
            if (!text.TryAppend($"{names[v]}{remarks}{(targets.Count > 0 ? " → " : "")}{string.Join(", ", targets)}\n")) return false;
        }

        return true;
    }

    private static int NodeStart(GraphNode node, Figure figure) => Line(Bare(node), figure).Length;

    private static GraphNode Bare(GraphNode node) =>
        node with { Value = null, Category = null, Mark = Mark.None, Shape = NodeShape.Automatic };

    /// <summary>Labels, numbered where several nodes have the same.</summary>
    private static string[] Names(Figure figure)
    {
        var names = figure.Nodes.Select(n => Line(Bare(n), figure)).ToArray();
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
