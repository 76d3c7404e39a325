namespace Qiansi.Trees.Figures;

/// <summary>A figure with the place of everything, in pixels from its top left corner.</summary>
/// <param name="Figure">What is drawn.</param>
/// <param name="Boxes">Its nodes with their sizes.</param>
/// <param name="X">Middles of the nodes.</param>
/// <param name="Y">Middles of the nodes.</param>
/// <param name="Edges">Its edges with their lines, links included.</param>
/// <param name="Width">Width of the whole.</param>
/// <param name="Height">Height of the whole.</param>
internal sealed record PlacedFigure(Figure Figure, NodeBox[] Boxes, double[] X, double[] Y, IReadOnlyList<PlacedEdge> Edges, double Width,
    double Height)
{
    /// <summary>Lays a figure out: trees tidily, other graphs in layers.</summary>
    public static PlacedFigure Of(Figure figure)
    {
        var boxes = NodeBox.Of(figure.Nodes);
        if (boxes.Length == 0) return new(figure, boxes, [], [], [], 0, 0);
        return figure.IsTree ? TreePlacing.Place(figure, boxes) : GraphPlacing.Place(figure, boxes);
    }
}
