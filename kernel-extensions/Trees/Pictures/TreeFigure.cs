using Qiansi.Drawing;
using Qiansi.Trees.Figures;
using Qiansi.Trees.Reading;

namespace Qiansi.Trees.Pictures;

/// <summary>Makes the figure of a tree that has been read.</summary>
/// <param name="tree">The tree.</param>
/// <param name="sizes">Number of items of each subtree.</param>
/// <param name="look">How nodes and edges look.</param>
internal sealed class TreeFigure<T>(ReadTree<T> tree, int[] sizes, NodeLook<T> look)
{
    private readonly List<GraphNode> _nodes = [];
    private readonly List<GraphEdge> _edges = [];

    /// <summary>The figure with about so many nodes.</summary>
    public Figure Build(int limit, Func<T, double>? measure, Func<T, T?>? links)
    {
        var kept = Pruning.Keep(tree.Shape, limit,
            v => tree.Items[v] is not { } item ? double.PositiveInfinity : measure?.Invoke(item) ?? sizes[v]);
        var (index, parents) = (new Dictionary<int, int>(), new Queue<int>([0]));
        Add(0, -1, index);
        var drawn = 1;
        while (parents.TryDequeue(out var v))
        {
            var left = 0;
            for (var c = tree.Shape.FirstChild[v]; c < tree.Shape.FirstChild[v] + tree.Shape.ChildCount[v]; c++)
            {
                if (!kept[c])
                {
                    left += sizes[c];
                    continue;
                }

                Add(c, v, index);
                parents.Enqueue(c);
                if (tree.Items[c] is not null) drawn++;
            }

            if (left > 0) AddRest(index[v], $"+{NumberText.Count(left)}{(tree.IsWhole ? "" : " or")} more");
            else if (tree.Deeper.Contains(v) || (v >= tree.ReadCount && tree.Items[v] is not null)) AddRest(index[v], "…");
        }

        return new(_nodes, _edges) { IsTree = true, Links = Links(links, index), Note = Note(drawn) };
    }

    private void Add(int v, int parent, Dictionary<int, int> index)
    {
        index[v] = _nodes.Count;
        var item = tree.Items[v];
        if (parent >= 0)
        {
            var edge = new GraphEdge(index[parent], _nodes.Count);
            _edges.Add(item is null ? edge : look.Draw(edge, tree.Items[parent]!, item));
        }

        if (item is null) _nodes.Add(new GraphNode("") { IsGap = true });
        else if (tree.Cycles.Contains(v))
            _nodes.Add(look.Draw(item) with { Mark = Mark.Faded, Tooltip = "One of its own ancestors: the tree has a cycle here." });
        else _nodes.Add(look.Draw(item));
    }

    private void AddRest(int parent, string label)
    {
        _edges.Add(new(parent, _nodes.Count));
        _nodes.Add(new GraphNode(label) { IsRest = true });
    }

    private List<GraphEdge> Links(Func<T, T?>? link, Dictionary<int, int> index)
    {
        if (link is null) return [];
        // Not by reference for value types, of which there is no one and the same.
        var at = new Dictionary<object, int>(typeof(T).IsValueType ? EqualityComparer<object>.Default : ReferenceEqualityComparer.Instance);
        foreach (var (v, drawn) in index) if (tree.Items[v] is { } item) at.TryAdd(item, drawn);
        var links = new List<GraphEdge>();
        foreach (var (v, drawn) in index)
            if (tree.Items[v] is { } item && link(item) is { } to && at.TryGetValue(to, out var target))
                links.Add(new(drawn, target) { IsDashed = true });
        return links;
    }

    private string? Note(int drawn)
    {
        if (!tree.IsWhole)
            return $"{NumberText.Count(drawn)} nodes drawn; reading stopped after {NumberText.Count(sizes[0])}, the tree goes on. "
                + "ToDepth(n) reads so many levels.";
        return drawn < sizes[0] ? $"{NumberText.Count(drawn)} of {NumberText.Count(sizes[0])} nodes drawn." : null;
    }
}
