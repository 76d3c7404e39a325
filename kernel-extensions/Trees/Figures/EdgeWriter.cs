using System.Text;
using Qiansi.Drawing;

namespace Qiansi.Trees.Figures;

/// <summary>Draws edges: those that look alike as one path, those with a tooltip one by one.</summary>
internal static class EdgeWriter
{
    /// <summary>Draws lines and arrow heads, the marked ones on top.</summary>
    public static void Write(SvgWriter svg, PlacedFigure placed, FigureColors colors)
    {
        foreach (var group in placed.Edges.GroupBy(e => Look(e.Edge, placed.Figure, colors)).OrderBy(g => g.Key.Rank))
        {
            var (lines, arrows) = (new StringBuilder(), new StringBuilder());
            foreach (var edge in group)
            {
                if (edge.Edge.Tooltip is { } tooltip)
                {
                    svg.Group(title: NodeText.Short(tooltip, 400));
                    Draw(svg, edge.Path, edge.Arrow, group.Key);
                    // A wider line that is not seen, for the pointer to find.
                    svg.Path(edge.Path, new("none", "transparent", 11)).End();
                    continue;
                }

                lines.Append(edge.Path);
                arrows.Append(edge.Arrow);
            }

            if (lines.Length > 0) Draw(svg, lines.ToString(), arrows.ToString(), group.Key);
        }
    }

    /// <summary>Draws the labels.</summary>
    public static void WriteLabels(SvgWriter svg, PlacedFigure placed)
    {
        if (placed.Edges.All(e => e.Label is null)) return;
        svg.Raw($"<g text-anchor=\"middle\" font-size=\"{SvgWriter.Number(GraphPlacing.LabelSize)}\" opacity=\"0.85\">");
        foreach (var edge in placed.Edges)
            if (edge.Label is { } at)
                svg.Text(at.X, at.Y + 3.6, NodeText.OneLine(edge.Edge.Label!),
                    title: edge.Edge.Tooltip is { } t ? NodeText.Short(t, 400) : null);
        svg.Raw("</g>");
    }

    private static void Draw(SvgWriter svg, string lines, string arrows, EdgeLook look)
    {
        svg.Path(lines, new("none", look.Color, look.Width, look.Opacity, look.IsDashed ? "4 4" : null));
        if (arrows.Length > 0) svg.Path(arrows, new(look.Color, Opacity: Math.Min(1, look.Opacity + 0.15)));
    }

    private static EdgeLook Look(GraphEdge edge, Figure figure, FigureColors colors)
    {
        var mark = edge.Mark != Mark.None || !figure.IsTree || figure.Links.Contains(edge) ? edge.Mark : figure.Nodes[edge.To].Mark;
        var width = colors.Width(edge);
        var isDashed = edge.IsDashed || mark == Mark.Faded || figure.Nodes[edge.To].IsRest;
        return FigureColors.Of(mark) is { } color
            ? new(color.ToString(), Math.Max(width, mark == Mark.Current ? 2.6 : 2.2), 1, isDashed, mark == Mark.Current ? 2 : 1)
            : new("currentColor", width, mark == Mark.Faded ? 0.25 : 0.5, isDashed, 0);
    }

    private readonly record struct EdgeLook(string Color, double Width, double Opacity, bool IsDashed, int Rank);
}
