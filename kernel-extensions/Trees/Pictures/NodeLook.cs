using Qiansi.Trees.Figures;

namespace Qiansi.Trees.Pictures;

/// <summary>How the nodes and edges of a picture look, as functions of what they stand for.</summary>
internal sealed record NodeLook<T>(Func<T, GraphNode> Node)
{
    public Func<T, NodeShape>? Shape { get; init; }

    public Func<T, IEnumerable<object?>>? Cells { get; init; }

    public Func<T, double?>? Value { get; init; }

    public Func<T, string?>? Category { get; init; }

    public Func<T, Mark>? Mark { get; init; }

    public Func<T, string?>? Tooltip { get; init; }

    public Func<T, T, string?>? EdgeLabel { get; init; }

    public Func<T, T, double?>? EdgeWidth { get; init; }

    /// <summary>A look that only has labels.</summary>
    public static NodeLook<T> Of(Func<T, string?>? label) =>
        new(label is null ? item => new GraphNode(item?.ToString() ?? "null") : item => new GraphNode(label(item) ?? ""));

    /// <summary>The node that stands for an item.</summary>
    public GraphNode Draw(T item)
    {
        var node = Node(item);
        if (Shape is not null) node = node with { Shape = Shape(item) };
        if (Cells is not null) node = node with { Cells = [.. Cells(item).Select(c => c?.ToString() ?? "")] };
        if (Value is not null) node = node with { Value = Value(item) };
        if (Category is not null) node = node with { Category = Category(item) };
        if (Mark is not null) node = node with { Mark = Mark(item) };
        return Tooltip is null ? node : node with { Tooltip = Tooltip(item) };
    }

    /// <summary>The edge between two items.</summary>
    public GraphEdge Draw(GraphEdge edge, T from, T to)
    {
        if (EdgeLabel is not null) edge = edge with { Label = EdgeLabel(from, to) };
        return EdgeWidth is null ? edge : edge with { Value = EdgeWidth(from, to) };
    }
}
