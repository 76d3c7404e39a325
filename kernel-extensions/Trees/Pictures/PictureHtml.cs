using System.Globalization;
using System.Text;
using Qiansi.Drawing;
using Qiansi.Trees.Figures;

namespace Qiansi.Trees.Pictures;

/// <summary>A picture for a page: the drawing, a note of what is left out, and the same as lines that open and close.</summary>
internal static class PictureHtml
{
    /// <summary>Most bytes; the rest of 64 KiB is for what hosts put around.</summary>
    public const int Bytes = 63 * 1024;

    /// <summary>Drawings may shrink to this part of their size before they scroll.</summary>
    private const double LeastScale = 0.75;

    /// <summary>The page's part, with as many nodes as there is room for.</summary>
    public static string Write(NodePicture picture)
    {
        var (limit, build) = (picture.Limit, picture.Read());
        while (true)
        {
            var figure = build(limit);
            var html = Write(figure);
            var bytes = Encoding.UTF8.GetByteCount(html);
            if (bytes <= Bytes || limit <= 1) return html;
            limit = Math.Clamp((int)(Math.Min(limit, figure.Nodes.Count) * 0.95 * Bytes / bytes), 1, limit - 1);
        }
    }

    /// <summary>A drawing that shrinks a little on narrow pages, and then scrolls.</summary>
    public static string Scrolling(SvgWriter svg) => Scrolling(svg.ToHtml(), svg.Width);

    /// <summary>A drawing of this width.</summary>
    public static string Scrolling(string svg, double width) =>
        width <= 600
            ? svg : "<div style=\"overflow-x:auto\"><div "
                + $"style=\"min-width:{(width * LeastScale).ToString("0", CultureInfo.InvariantCulture)}px\">{svg}</div></div>";

    private static string Write(Figure figure)
    {
        var html = new StringBuilder("<figure style=\"margin:0;display:block\">");
        html.Append(Scrolling(FigureWriter.Write(PlacedFigure.Of(figure))));
        if (figure.Note is { } note) html.Append($"<figcaption style=\"font-size:.85em;color:{Theme.Soft}\">")
            .Append(MarkupText.Escape(note)).Append("</figcaption>");
        return html.Append(Outline.Write(figure)).Append("</figure>").ToString();
    }
}
