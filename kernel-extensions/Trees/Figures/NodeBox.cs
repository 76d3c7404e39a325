using Qiansi.Drawing;

namespace Qiansi.Trees.Figures;

/// <summary>A node with its text and its size.</summary>
/// <param name="Node">The node.</param>
/// <param name="Shape">Its outline, never <see cref="NodeShape.Automatic"/>.</param>
/// <param name="Lines">The lines of its label.</param>
/// <param name="CellWidths">Widths of its cells; empty when it has a label.</param>
/// <param name="Width">Width of the outline in pixels.</param>
/// <param name="Height">Height of the outline in pixels.</param>
internal sealed record NodeBox(GraphNode Node, NodeShape Shape, string[] Lines, double[] CellWidths, double Width, double Height)
{
    /// <summary>Size of labels in pixels.</summary>
    public const double FontSize = 12;

    /// <summary>Distance of the lines of a label.</summary>
    public const double LineHeight = 15;

    private const int LongestInCircle = 4;

    private bool IsRound => Shape is NodeShape.Circle or NodeShape.DoubleCircle && Width == Height;

    /// <summary>Sizes the nodes of a figure.</summary>
    public static NodeBox[] Of(IReadOnlyList<GraphNode> nodes)
    {
        var automatic = nodes.Where(n => !n.IsRest && !n.IsGap).All(n => n.Label.Length <= LongestInCircle && n.Cells is null)
            ? NodeShape.Circle : NodeShape.Box;
        var boxes = nodes.Select(n => Of(n, n.IsRest ? NodeShape.Text : n.Shape == NodeShape.Automatic ? automatic : n.Shape)).ToArray();
        // Circles of one drawing are all as large as the largest.
        var largest = boxes.Where(b => b.IsRound).Select(b => b.Width).DefaultIfEmpty().Max();
        return Array.ConvertAll(boxes, b => b.IsRound ? b with { Width = largest, Height = largest } : b);
    }

    /// <summary>
    /// How far the border is from the middle at a place across: circles, diamonds and triangles are lower at their sides.
    /// </summary>
    /// <param name="across">Distance from the middle, along the width when <paramref name="vertical"/>.</param>
    /// <param name="vertical">Whether the border above and below is asked for, or that at the sides.</param>
    /// <param name="isFar">Whether the lower (right) border is asked for.</param>
    public double Border(double across, bool vertical, bool isFar)
    {
        var (half, reach) = vertical ? (Width / 2, Height / 2) : (Height / 2, Width / 2);
        var part = Math.Min(1, Math.Abs(across) / Math.Max(1e-9, half));
        return Shape switch
        {
            NodeShape.Circle or NodeShape.DoubleCircle => reach * Math.Sqrt(1 - part * part),
            NodeShape.Diamond => reach * (1 - part),
            NodeShape.Up when vertical && !isFar => reach * (1 - 2 * part),
            NodeShape.Down when vertical && isFar => reach * (1 - 2 * part),
            NodeShape.Up or NodeShape.Down when !vertical => reach / 2,
            NodeShape.Pill when !vertical => reach - half + Math.Sqrt(half * half * (1 - part * part)),
            _ => reach,
        };
    }

    private static NodeBox Of(GraphNode node, NodeShape shape)
    {
        if (node.Cells is { Count: > 0 } cells)
        {
            var texts = cells.Select(c => NodeText.OneLine(c)).ToArray();
            var widths = Array.ConvertAll(texts, t => Math.Max(26, TextWidth.Of(t, FontSize) + 14));
            return new(node, NodeShape.Box, texts, widths, widths.Sum(), LineHeight + 11);
        }

        var lines = NodeText.Lines(node.Label);
        var (width, height) = (lines.Max(l => TextWidth.Of(l, FontSize)), lines.Length * LineHeight);
        (width, height) = shape switch
        {
            NodeShape.Circle or NodeShape.DoubleCircle when lines.Length == 1 && width <= 30 =>
                (Math.Max(30, width + 12), Math.Max(30, width + 12)),
            NodeShape.Circle or NodeShape.DoubleCircle => (width * 1.2 + 18, height * 1.25 + 12),
            NodeShape.Pill => (width + height + 10, height + 9),
            NodeShape.Diamond => (width * 1.45 + 26, height * 1.9 + 10),
            NodeShape.Up or NodeShape.Down => (width * 1.6 + 28, height * 1.55 + 14),
            NodeShape.Text => (width + 6, height + 4),
            _ => (Math.Max(28, width + 18), height + 11),
        };
        return new(node, shape, lines, [], width, height);
    }
}
