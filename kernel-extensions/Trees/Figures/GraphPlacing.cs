using Qiansi.Drawing;
using Qiansi.Trees.Layouts.Layered;

namespace Qiansi.Trees.Figures;

/// <summary>Places a graph in layers.</summary>
internal static class GraphPlacing
{
    /// <summary>Size of the labels of edges.</summary>
    public const double LabelSize = 10.5;

    private const double LabelHeight = 15;

    /// <summary>The figure with places.</summary>
    public static PlacedFigure Place(Figure figure, NodeBox[] boxes)
    {
        var right = figure.IsRightwards;
        var edges = figure.Edges.Select(e => Extents(e, right)).ToArray();
        var result = LayeredLayout.Place(
            Array.ConvertAll(boxes, b => right ? b.Height : b.Width), Array.ConvertAll(boxes, b => right ? b.Width : b.Height), edges,
            right ? new LayeredGaps(Node: 16, Edge: 12, Layer: 56) : new LayeredGaps());
        var placed = figure.Edges.Select((e, i) => Draw(e, result.Routes[i], boxes, result, right)).ToArray();
        return right
            ? new(figure, boxes, result.Y, result.X, placed, result.Height, result.Width)
            : new(figure, boxes, result.X, result.Y, placed, result.Width, result.Height);
    }

    /// <summary>The line of a route, open where its label stands.</summary>
    private static PlacedEdge Draw(GraphEdge edge, Route route, NodeBox[] boxes, LayeredResult result, bool right)
    {
        var path = new PathData(right);
        var label = route.Label is { } l ? (right ? (l.Y, l.X) : (l.X, l.Y)) : ((double, double)?)null;
        var points = route.Points.ToArray();
        if (route.IsLoop)
        {
            path.Move(points[0].X, points[0].Y).Curve(points[1], points[2], points[3]);
            return new(edge, path.ToString(), path.Arrow(points[3], points[2]), label);
        }

        points[0] = OnBorder(points[0], edge.From, points[1], boxes, result, right);
        points[^1] = OnBorder(points[^1], edge.To, points[^2], boxes, result, right);
        var tip = points[^1];
        var forward = Math.Sign(tip.Y - points[0].Y);
        // The line ends inside of the arrow head, whose point would else be blunt.
        points[^1] = (tip.X, tip.Y - forward * (PathData.ArrowLength - 1));
        if (points[^2].Y * forward > points[^1].Y * forward) points[^2] = points[^1];
        var half = (right ? TextWidth.Of(edge.Label ?? "", LabelSize) / 2 + 4 : LabelHeight / 2) * forward;
        path.Move(points[0].X, points[0].Y);
        for (var i = 1; i < points.Length; i++)
        {
            if (i % 2 == 0)
            {
                path.Bend(points[i].X, points[i].Y);
                continue;
            }

            if (route.Label is { } at && at.Y * forward >= points[i - 1].Y * forward && at.Y * forward <= points[i].Y * forward
                && Math.Abs(at.X - points[i].X) < 0.01)
                path.Line(points[i].X, at.Y - half).Move(points[i].X, at.Y + half);
            path.Line(points[i].X, points[i].Y);
        }

        return new(edge, path.ToString(), path.Arrow(tip, (tip.X, tip.Y - forward)), label);
    }

    /// <summary>Circles and diamonds do not reach as far at their sides as the box around them.</summary>
    private static (double, double) OnBorder((double X, double Y) point, int node, (double X, double Y) next, NodeBox[] boxes,
        LayeredResult result, bool right)
    {
        var isFar = point.Y > result.Y[node];
        var border = boxes[node].Border(point.X - result.X[node], vertical: !right, isFar);
        return (point.X, result.Y[node] + (isFar ? border : -border));
    }

    private static LayeredEdge Extents(GraphEdge edge, bool right)
    {
        if (string.IsNullOrEmpty(edge.Label)) return new(edge.From, edge.To);
        var width = TextWidth.Of(NodeText.OneLine(edge.Label), LabelSize) + 8;
        return right ? new(edge.From, edge.To, LabelHeight, width) : new(edge.From, edge.To, width, LabelHeight);
    }
}
