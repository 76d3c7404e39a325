using Qiansi.Drawing;

namespace Qiansi.Trees.Figures;

/// <summary>Draws a placed figure.</summary>
internal static class FigureWriter
{
    private const double Margin = 6;
    private const double LegendGap = 12;

    /// <summary>The drawing.</summary>
    /// <param name="placed">What is drawn, and where.</param>
    /// <param name="canvas">Least size; the figure stands in its middle at the top.</param>
    public static SvgWriter Write(PlacedFigure placed, (double Width, double Height) canvas = default)
    {
        var colors = new FigureColors(placed.Figure);
        var own = Size(placed);
        var (width, height) = (Math.Max(canvas.Width, own.Width), Math.Max(canvas.Height, own.Height));
        var svg = new SvgWriter(width, height, Label(placed.Figure));
        var left = (width - placed.Width) / 2;
        svg.Group($"translate({SvgWriter.Number(left)} {SvgWriter.Number(Margin)})");
        EdgeWriter.Write(svg, placed, colors);
        EdgeWriter.WriteLabels(svg, placed);
        NodeWriter.Write(svg, placed, colors);
        svg.End();
        LegendWriter.Write(svg, placed.Figure, colors, Margin, placed.Height + Margin + LegendGap, placed.Width);
        return svg;
    }

    /// <summary>Size of the drawing in pixels, legend and margins included.</summary>
    public static (double Width, double Height) Size(PlacedFigure placed)
    {
        var legend = LegendWriter.Measure(placed.Figure, new FigureColors(placed.Figure), placed.Width);
        return (Math.Max(placed.Width, legend.Width) + 2 * Margin,
            placed.Height + (legend.Height > 0 ? legend.Height + LegendGap : 0) + 2 * Margin);
    }

    private static string Label(Figure figure)
    {
        var what = figure.IsTree ? "tree" : "graph";
        var title = figure.Title.Length > 0 ? figure.Title + ": " : "";
        var edges = figure.IsTree ? "" : $" and {Counted(figure.Edges.Count, "edge")}";
        return $"{title}{what} of {Counted(figure.Nodes.Count(n => !n.IsGap && !n.IsRest), "node")}{edges}";
    }

    private static string Counted(int count, string noun) => $"{NumberText.Count(count)} {noun}{(count == 1 ? "" : "s")}";
}
