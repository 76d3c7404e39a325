using Qiansi.Drawing;

namespace Qiansi.Trees.Figures;

/// <summary>Draws nodes: outlines that look alike as one group, then all text.</summary>
/// <remarks>
/// Text is ink on a light tint of the kind's colour, so that it is read on light and dark pages; on the full colours of a scale it is black
/// or white.
/// </remarks>
internal static class NodeWriter
{
    private const double BaseLine = NodeBox.FontSize * 0.35;

    /// <summary>Between the two rings of a double circle.</summary>
    private const double InnerRing = 3.5;

    /// <summary>Draws all nodes of a figure.</summary>
    public static void Write(SvgWriter svg, PlacedFigure placed, FigureColors colors)
    {
        var drawn = Enumerable.Range(0, placed.Boxes.Length).Where(v => !placed.Boxes[v].Node.IsGap).ToArray();
        foreach (var group in drawn.GroupBy(v => Outline(placed.Boxes[v], colors)))
        {
            svg.Group(style: group.Key);
            foreach (var v in group) Shape(svg, placed.Boxes[v], placed.X[v], placed.Y[v], NodeText.Tooltip(placed.Boxes[v].Node));
            svg.End();
        }

        // The pointer passes through text to the outline, which has the tooltip.
        svg.Raw("<g text-anchor=\"middle\" pointer-events=\"none\">");
        foreach (var group in drawn.GroupBy(v => Ink(placed.Boxes[v], colors)))
        {
            svg.Group(style: group.Key);
            foreach (var v in group) Text(svg, placed.Boxes[v], placed.X[v], placed.Y[v], colors);
            svg.End();
        }

        svg.Raw("</g>");
    }

    private static SvgStyle Outline(NodeBox box, FigureColors colors)
    {
        var node = box.Node;
        if (box.Shape == NodeShape.Text) return new("transparent");
        var (isFaded, isCurrent) = (node.Mark == Mark.Faded, node.Mark == Mark.Current);
        var tint = FigureColors.Of(node.Mark) ?? (node.Category is { } category ? colors.Category(category) : null as Rgb?);
        var (fill, fillOpacity) = colors.Value(node) is { } value
            ? (value.ToString(), null as double?) : tint is { } t ? (t.ToString(), 0.17) : ("currentColor", 0.05);
        return new(
            fill, tint?.ToString() ?? "currentColor", tint is null ? null : isCurrent ? 2.4 : 1.6, isFaded ? 0.55 : null,
            isFaded ? "3 3" : null,
            fillOpacity, tint is null ? 0.5 : null);
    }

    private static SvgStyle Ink(NodeBox box, FigureColors colors) => new(
        box.Shape == NodeShape.Text ? null : colors.Value(box.Node)?.TextOnTop.ToString(),
        Opacity: box.Node.Mark == Mark.Faded ? 0.65 : box.Node.IsRest ? 0.75 : null);

    private static void Shape(SvgWriter svg, NodeBox box, double x, double y, string? title)
    {
        var (w, h) = (box.Width / 2, box.Height / 2);
        switch (box.Shape)
        {
            case NodeShape.Circle or NodeShape.DoubleCircle:
                Ellipse(svg, x, y, w, h, null, title);
                if (box.Shape == NodeShape.DoubleCircle) Ellipse(svg, x, y, w - InnerRing, h - InnerRing, new("none"), null);
                break;
            case NodeShape.Diamond:
                svg.Polygon([(x, y - h), (x + w, y), (x, y + h), (x - w, y)], title: title);
                break;
            case NodeShape.Up:
                svg.Polygon([(x, y - h), (x + w, y + h), (x - w, y + h)], title: title);
                break;
            case NodeShape.Down:
                svg.Polygon([(x - w, y - h), (x + w, y - h), (x, y + h)], title: title);
                break;
            case NodeShape.Text when title is null:
                break;
            default:
                svg.Rect(x - w, y - h, box.Width, box.Height, radius: box.Shape == NodeShape.Pill ? h : 5, title: title);
                break;
        }

        if (box.CellWidths.Length > 1) svg.Path(CellBorders(box, x, y));
    }

    private static void Ellipse(SvgWriter svg, double x, double y, double w, double h, SvgStyle? style, string? title)
    {
        if (w == h) svg.Circle(x, y, w, style, title);
        else svg.Path($"M{N(x - w)} {N(y)}a{N(w)} {N(h)} 0 1 1 {N(2 * w)} 0a{N(w)} {N(h)} 0 1 1 {N(-2 * w)} 0z", style, title);
    }

    private static string CellBorders(NodeBox box, double x, double y)
    {
        var (left, data) = (x - box.Width / 2, new System.Text.StringBuilder());
        foreach (var width in box.CellWidths.SkipLast(1)) data.Append($"M{N(left += width)} {N(y - box.Height / 2)}v{N(box.Height)}");
        return data.ToString();
    }

    private static void Text(SvgWriter svg, NodeBox box, double x, double y, FigureColors colors)
    {
        var weight = box.Node.Mark == Mark.Current ? "600" : null;
        if (box.CellWidths.Length > 0)
        {
            var left = x - box.Width / 2;
            for (var i = 0; i < box.CellWidths.Length; left += box.CellWidths[i++])
                svg.Text(left + box.CellWidths[i] / 2, y + BaseLine, NodeText.OneLine(box.Node.Cells![i]), weight: weight);
            return;
        }

        // Triangles have most room near their wide side.
        var shift = box.Shape switch { NodeShape.Up => box.Height * 0.17, NodeShape.Down => -box.Height * 0.17, _ => 0 };
        var first = y + shift - (box.Lines.Length - 1) * NodeBox.LineHeight / 2 + BaseLine;
        var later = colors.Value(box.Node) is null ? 0.8 : null as double?;
        for (var i = 0; i < box.Lines.Length; i++)
            if (box.Lines[i].Length > 0)
                svg.Text(x, first + i * NodeBox.LineHeight, box.Lines[i], weight: i == 0 ? weight : null, opacity: i == 0 ? null : later);
    }

    private static string N(double value) => SvgWriter.Number(value);
}
