using Qiansi.Trees.Layouts;

namespace Qiansi.Trees.Reading;

/// <summary>Chooses what to draw of a large tree.</summary>
internal static class Pruning
{
    /// <summary>Number of nodes of each subtree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="counts">Whether a node counts.</param>
    public static int[] Sizes(LevelTree tree, Func<int, bool> counts)
    {
        var size = new int[tree.Count];
        for (var v = tree.Count - 1; v >= 0; v--)
        {
            if (counts(v)) size[v]++;
            if (v > 0) size[tree.Parent[v]] += size[v];
        }

        return size;
    }

    /// <summary>The nodes to keep: from the root on, always the one of the largest measure whose parent is kept.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="limit">How many, about: a last sibling is kept rather than replaced by "+1 more".</param>
    /// <param name="measure">Which node matters; among equals the first.</param>
    public static bool[] Keep(LevelTree tree, int limit, Func<int, double> measure)
    {
        var kept = new bool[tree.Count];
        var next = new PriorityQueue<int, (double, int)>();
        next.Enqueue(0, default);
        for (var count = 0; count < limit && next.TryDequeue(out var v, out _); count++)
        {
            kept[v] = true;
            for (var c = tree.FirstChild[v]; c < tree.FirstChild[v] + tree.ChildCount[v]; c++)
                next.Enqueue(c, (measure(c) is var m && double.IsNaN(m) ? double.PositiveInfinity : -m, c));
        }

        for (var v = 0; v < tree.Count; v++)
        {
            if (!kept[v] || tree.ChildCount[v] == 0) continue;
            var left = Enumerable.Range(tree.FirstChild[v], tree.ChildCount[v]).Where(c => !kept[c]).Take(2).ToArray();
            if (left.Length == 1 && tree.ChildCount[left[0]] == 0) kept[left[0]] = true;
        }

        return kept;
    }
}
