namespace Qiansi.Trees.Layouts;

/// <summary>A tree whose nodes are numbered level by level, the children of a node one after the other: node 0 is the root.</summary>
internal sealed class LevelTree
{
    private LevelTree(int[] parent, int[] firstChild, int[] childCount, int[] level) =>
        (Parent, FirstChild, ChildCount, Level) = (parent, firstChild, childCount, level);

    /// <summary>Number of nodes.</summary>
    public int Count => Parent.Length;

    /// <summary>The parent of each node; -1 for the root.</summary>
    public int[] Parent { get; }

    /// <summary>The first child of each node; the others follow it. Meaningless where there is none.</summary>
    public int[] FirstChild { get; }

    /// <summary>Number of children of each node.</summary>
    public int[] ChildCount { get; }

    /// <summary>Steps from the root.</summary>
    public int[] Level { get; }

    /// <summary>The tree with these parents.</summary>
    /// <param name="parents">Level by level; the root's is -1.</param>
    /// <exception cref="ArgumentException">The nodes are not numbered level by level.</exception>
    public static LevelTree Of(int[] parents)
    {
        var (first, count, level) = (new int[parents.Length], new int[parents.Length], new int[parents.Length]);
        for (var v = 0; v < parents.Length; v++)
        {
            var parent = parents[v];
            if (v == 0 ? parent != -1 : parent < parents[v - 1] || parent < 0 || parent >= v)
                throw new ArgumentException(
                    $"Node {v} has parent {parent}: nodes must be numbered level by level, beginning with the root (parent -1).",
                    nameof(parents));
            if (v == 0) continue;
            if (count[parent]++ == 0) first[parent] = v;
            level[v] = level[parent] + 1;
        }

        return new(parents, first, count, level);
    }
}
