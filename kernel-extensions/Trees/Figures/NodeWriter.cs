using Qiansi.Drawing;

namespace Qiansi.Trees.Figures;

/// <summary>Draws nodes. Text is ink on a light tint of the kind's colour, so that it is read on light and dark pages; on the full colours of a scale it is black or white.</summary>
internal static class NodeWriter
{
    /// <summary>Draws a node around a place.</summary>
    public static void Write(SvgWriter svg, NodeBox box, double x, double y, FigureColors colors)
    {
        var title = NodeText.Tooltip(box.Node);
        var isFaded = box.Node.Mark == Mark.Faded;
        if (title is not null || isFaded) svg.Group(style: isFaded ? new SvgStyle(Opacity: 0.5) : null, title: title);
        var value = colors.Value(box.Node);
        if (box.Shape != NodeShape.Text) Outline(svg, box, x, y, value, colors, isFaded);
        else if (title is not null) svg.Rect(x - box.Width / 2, y - box.Height / 2, box.Width, box.Height, new(Fill: "none"));
        var fill = value is { } color ? color.TextOnTop.ToString() : null;
        var bold = box.Node.Mark == Mark.Current ? "600" : null;
        if (box.CellWidths.Length > 0) Cells(svg, box, x, y, fill, bold);
        else Lines(svg, box, x, y, fill, bold);
        if (title is not null || isFaded) svg.End();
    }

    private static void Outline(SvgWriter svg, NodeBox box, double x, double y, Rgb? value, FigureColors colors, bool isFaded)
    {
        var tint = FigureColors.Of(box.Node.Mark) ?? (box.Node.Category is { } category ? colors.Category(category) : null as Rgb?);
        if (value is { } color) Shape(svg, box, x, y, new(Fill: color.ToString()));
        else if (tint is { } t) Shape(svg, box, x, y, new(Fill: t.ToString(), Opacity: 0.17));
        else Shape(svg, box, x, y, new(Fill: "currentColor", Opacity: 0.045));
        var stroke = tint is { } line ? new SvgStyle("none", line.ToString(), box.Node.Mark == Mark.Current ? 2.4 : 1.6) : new SvgStyle("none", "currentColor", 1, 0.5);
        Shape(svg, box, x, y, isFaded ? stroke with { Dash = "3 3" } : stroke);
    }

    private static void Shape(SvgWriter svg, NodeBox box, double x, double y, SvgStyle style)
    {
        var (w, h) = (box.Width / 2, box.Height / 2);
        switch (box.Shape)
        {
            case NodeShape.Circle when box.Width == box.Height:
                svg.Circle(x, y, w, style);
                break;
            case NodeShape.Circle:
                svg.Path($"M{N(x - w)} {N(y)}a{N(w)} {N(h)} 0 1 1 {N(2 * w)} 0a{N(w)} {N(h)} 0 1 1 {N(-2 * w)} 0z", style);
                break;
            case NodeShape.Diamond:
                svg.Polygon([(x, y - h), (x + w, y), (x, y + h), (x - w, y)], style);
                break;
            case NodeShape.Up:
                svg.Polygon([(x, y - h), (x + w, y + h), (x - w, y + h)], style);
                break;
            case NodeShape.Down:
                svg.Polygon([(x - w, y - h), (x + w, y - h), (x, y + h)], style);
                break;
            default:
                svg.Rect(x - w, y - h, box.Width, box.Height, style, box.Shape == NodeShape.Pill ? h : 5);
                break;
        }
    }

    private static void Lines(SvgWriter svg, NodeBox box, double x, double y, string? fill, string? bold)
    {
        var shift = box.Shape switch { NodeShape.Up => box.Height * 0.17, NodeShape.Down => -box.Height * 0.17, _ => 0 };
        var first = y + shift - (box.Lines.Length - 1) * NodeBox.LineHeight / 2 + NodeBox.FontSize * 0.35;
        for (var i = 0; i < box.Lines.Length; i++)
        {
            if (box.Lines[i].Length > 0)
                svg.Text(x, first + i * NodeBox.LineHeight, box.Lines[i], fill: fill, weight: i == 0 ? bold : null, opacity: box.Node.IsRest ? 0.7 : i == 0 ? null : 0.8);
        }
    }

    private static void Cells(SvgWriter svg, NodeBox box, double x, double y, string? fill, string? bold)
    {
        var left = x - box.Width / 2;
        for (var i = 0; i < box.CellWidths.Length; i++)
        {
            svg.Text(left + box.CellWidths[i] / 2, y + NodeBox.FontSize * 0.35, NodeText.OneLine(box.Node.Cells![i]), fill: fill, weight: bold);
            left += box.CellWidths[i];
            if (i < box.CellWidths.Length - 1) svg.Line(left, y - box.Height / 2, left, y + box.Height / 2, new(Stroke: fill ?? "currentColor", Width: 1, Opacity: 0.4));
        }
    }

    private static string N(double value) => SvgWriter.Number(value);
}
