using Qiansi.Trees.Pictures;

namespace Qiansi.Trees;

/// <summary>
/// Draws directed graphs in layers: edges point down and cross seldom, long ones run straight. Cycles are allowed; one edge of each points
/// up.
/// </summary>
/// <example><code>Graph.Of(["x", "w", "x·w", "loss"], [(0, 2), (1, 2), (2, 3)])</code></example>
public static class Graph
{
    /// <summary>
    /// A graph of nodes and edges whose looks are told one by one: what other renderers, of autograd graphs say, draw with.
    /// </summary>
    /// <param name="nodes">
    /// The nodes. A label may have several lines; the first is the strongest. Colours come from <see cref="GraphNode.Category"/> or
    /// <see cref="GraphNode.Value"/>.
    /// </param>
    /// <param name="edges">The edges, by the nodes' indices; with labels, tooltips, widths.</param>
    /// <returns>
    /// A value that formats itself; <see cref="NodePicture.ToHtml"/>, <see cref="NodePicture.ToSvg"/> and <c>ToString()</c> give its
    /// renderings.
    /// </returns>
    /// <remarks>
    /// The drawing is at most 64 KiB, has no script, and takes the colours of the page. A graph of 300 nodes with labels at its edges takes
    /// about 0.15 s.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An edge names a node that is not there.</exception>
    public static GraphView<GraphNode> Of(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges) =>
        new(nodes, edges, new NodeLook<GraphNode>(n => n));

    /// <summary>A graph of items and edges between their indices.</summary>
    /// <param name="items">What the nodes stand for.</param>
    /// <param name="edges">Index of the node an edge leaves, and of the one it points to.</param>
    /// <param name="label">Text of a node; what its <c>ToString</c> says when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An edge names a node that is not there.</exception>
    public static GraphView<T> Of<T>(IReadOnlyList<T> items, IEnumerable<(int From, int To)> edges, Func<T, string?>? label = null) =>
        new(items, [.. edges.Select(e => new GraphEdge(e.From, e.To))], NodeLook<T>.Of(label));

    /// <summary>A graph of items and labelled edges between their indices.</summary>
    /// <param name="items">What the nodes stand for.</param>
    /// <param name="edges">Index of the node an edge leaves, of the one it points to, and its text.</param>
    /// <param name="label">Text of a node; what its <c>ToString</c> says when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An edge names a node that is not there.</exception>
    public static GraphView<T> Of<T>(IReadOnlyList<T> items, IEnumerable<(int From, int To, string Label)> edges,
        Func<T, string?>? label = null) =>
        new(items, [.. edges.Select(e => new GraphEdge(e.From, e.To) { Label = e.Label })], NodeLook<T>.Of(label));

    /// <summary>The graph of everything that can be reached from some items.</summary>
    /// <param name="roots">Where to begin.</param>
    /// <param name="next">What an item points to; null for nothing.</param>
    /// <param name="label">Text of a node; what its <c>ToString</c> says when null.</param>
    /// <param name="comparer">Which items are the same node; their own equality when null.</param>
    public static GraphView<T> Of<T>(IEnumerable<T> roots, Func<T, IEnumerable<T>?> next, Func<T, string?>? label = null,
        IEqualityComparer<T>? comparer = null)
        where T : notnull
    {
        var (items, edges) = GraphReader<T>.Read(roots, next, comparer);
        return new(items, edges, NodeLook<T>.Of(label));
    }

    /// <summary>The graph of everything that can be reached from an item.</summary>
    /// <param name="root">Where to begin.</param>
    /// <param name="next">What an item points to; null for nothing.</param>
    /// <param name="label">Text of a node; what its <c>ToString</c> says when null.</param>
    public static GraphView<T> Of<T>(T root, Func<T, IEnumerable<T>?> next, Func<T, string?>? label = null)
        where T : notnull => Of([root], next, label);
}
