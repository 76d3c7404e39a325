using Qiansi.Drawing;
using Qiansi.Trees.Figures;

namespace Qiansi.Trees.Pictures;

/// <summary>A directed graph, drawn in layers. Made by <see cref="Graph"/>.</summary>
/// <typeparam name="T">What the nodes stand for.</typeparam>
public sealed class GraphView<T> : NodePicture<T, GraphView<T>>
{
    private readonly IReadOnlyList<T> _items;
    private readonly IReadOnlyList<GraphEdge> _edges;
    private int _limit = UsualLimit;

    internal GraphView(IReadOnlyList<T> items, IReadOnlyList<GraphEdge> edges, NodeLook<T> look)
        : base(look)
    {
        foreach (var edge in edges)
        {
            if ((uint)edge.From >= (uint)items.Count || (uint)edge.To >= (uint)items.Count)
                throw new ArgumentOutOfRangeException(nameof(edges),
                    $"The edge {edge.From} → {edge.To} names a node that is not there: the graph has {items.Count} nodes, numbered "
                        + "from 0.");
        }

        (_items, _edges) = (items, edges);
    }

    internal override int Limit => _limit;

    /// <summary>
    /// Draws at most so many nodes, those nearest to the beginnings; the others are counted. 120 unless told otherwise, and as many as 64
    /// KiB hold.
    /// </summary>
    public GraphView<T> Keep(int nodes) =>
        With(g => g._limit = nodes > 0
            ? nodes : throw new ArgumentOutOfRangeException(nameof(nodes), $"Keep({nodes}): a drawing needs at least one node."));

    internal override Func<int, Figure> Read() => Build;

    private Figure Build(int limit)
    {
        var kept = _items.Count <= limit ? Enumerable.Range(0, _items.Count).ToArray() : Nearest(limit);
        var index = new Dictionary<int, int>();
        foreach (var v in kept) index[v] = index.Count;
        var nodes = kept.Select(v => Look.Draw(_items[v])).ToList();
        var edges = _edges.Where(e => index.ContainsKey(e.From) && index.ContainsKey(e.To))
            .Select(e => Look.Draw(e with { From = index[e.From], To = index[e.To] }, _items[e.From], _items[e.To])).ToList();
        var left = _items.Count - kept.Length;
        if (left > 0)
        {
            edges.AddRange(_edges.Where(e => index.ContainsKey(e.From) && !index.ContainsKey(e.To)).Select(e => index[e.From]).Distinct()
                .Select(v => new GraphEdge(v, nodes.Count)));
            nodes.Add(new GraphNode($"+{NumberText.Count(left)} more") { IsRest = true });
        }

        return new(nodes, edges)
        {
            IsRightwards = IsRightwards,
            Title = Title,
            ValueTitle = ValueTitle,
            WidthTitle = WidthTitle,
            Note = left > 0
                ? $"{NumberText.Count(kept.Length)} of {NumberText.Count(_items.Count)} nodes drawn, those nearest to the beginnings."
                : null,
        };
    }

    /// <summary>The nodes that a search in width from those without incoming edges meets first, in their own order.</summary>
    private int[] Nearest(int limit)
    {
        var next = _edges.ToLookup(e => e.From, e => e.To);
        var hasIncoming = _edges.Where(e => e.From != e.To).Select(e => e.To).ToHashSet();
        var (seen, queue) = (new HashSet<int>(), new Queue<int>());
        foreach (var start in Enumerable.Range(0, _items.Count).OrderBy(v => hasIncoming.Contains(v)))
        {
            if (seen.Count < limit && seen.Add(start)) queue.Enqueue(start);
            // Other parts come in only when the first is drawn whole.
            while (queue.TryDequeue(out var v))
                foreach (var w in next[v])
                    if (seen.Count < limit && seen.Add(w)) queue.Enqueue(w);
        }

        return [.. seen.Order()];
    }
}
