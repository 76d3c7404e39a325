using Qiansi.Drawing;

namespace Qiansi.Trees.Figures;

/// <summary>Draws a placed figure.</summary>
internal static class FigureWriter
{
    private const double Margin = 6;

    /// <summary>The drawing.</summary>
    /// <param name="placed">What is drawn, and where.</param>
    /// <param name="canvas">Least size; the figure stands in its middle at the top.</param>
    public static SvgWriter Write(PlacedFigure placed, (double Width, double Height) canvas = default)
    {
        var colors = new FigureColors(placed.Figure);
        var (legendWidth, legendHeight) = LegendWriter.Measure(placed.Figure, colors, placed.Width);
        var width = Math.Max(canvas.Width, Math.Max(placed.Width, legendWidth) + 2 * Margin);
        var height = Math.Max(canvas.Height, placed.Height + legendHeight + 2 * Margin);
        var svg = new SvgWriter(width, height, Label(placed.Figure));
        var left = (width - placed.Width) / 2;
        svg.Group($"translate({SvgWriter.Number(left)} {SvgWriter.Number(Margin)})");
        EdgeWriter.Write(svg, placed, colors);
        svg.Raw("<g text-anchor=\"middle\">");
        for (var v = 0; v < placed.Boxes.Length; v++) NodeWriter.Write(svg, placed.Boxes[v], placed.X[v], placed.Y[v], colors);
        EdgeWriter.WriteLabels(svg, placed);
        svg.Raw("</g>").End();
        if (legendHeight > 0) LegendWriter.Write(svg, placed.Figure, colors, Margin, placed.Height + Margin + 8, placed.Width);
        return svg;
    }

    private static string Label(Figure figure)
    {
        var what = figure.IsTree ? "tree" : "graph";
        var title = figure.Title.Length > 0 ? figure.Title + ": " : "";
        return $"{title}{what} of {Counted(figure.Nodes.Count, "node")}{(figure.IsTree ? "" : $" and {Counted(figure.Edges.Count, "edge")}")}";
    }

    private static string Counted(int count, string noun) => $"{NumberText.Count(count)} {noun}{(count == 1 ? "" : "s")}";
}
