using Qiansi.Trees.Figures;
using Qiansi.Trees.Panes;

namespace Qiansi.Trees.Pictures;

/// <summary>A tree or graph that can be shown: as the last line of a cell, or with <c>display</c>.</summary>
public abstract class NodePicture : Pane
{
    /// <summary>Most nodes drawn unless told otherwise; more are hard to read.</summary>
    internal const int UsualLimit = 120;

    /// <summary>As HTML: the drawing and the same as lines that open and close; at most 64 KiB, without script.</summary>
    public override string ToHtml() => PictureHtml.Write(this);

    /// <summary>As an SVG file of its own, which follows the reader's light or dark setting.</summary>
    public string ToSvg() => FigureWriter.Write(PlacedFigure.Of(Read()(Limit))).ToFile();

    /// <summary>As text: a tree with branches, a graph node by node with what it points to.</summary>
    public override string ToString() => PlainFigure.Write(Read()(Limit));

    internal override PaneContent ReadPane() => Content(Read()(Limit));

    /// <summary>A figure as it stands in a film of several panes.</summary>
    internal static PaneContent Content(Figure figure) =>
        new(figure.Title, FigureWriter.Write(PlacedFigure.Of(figure)).ToHtml(), PlainFigure.Write(figure) + "\n", []);

    /// <summary>Most nodes drawn.</summary>
    internal virtual int Limit => UsualLimit;

    /// <summary>Reads what is to be drawn, as it is now.</summary>
    /// <returns>Makes the figure with at most so many nodes.</returns>
    internal abstract Func<int, Figure> Read();
}
