using Qiansi.Drawing;
using Qiansi.Trees.Figures;
using Qiansi.Trees.Reading;

namespace Qiansi.Trees.Pictures;

/// <summary>A tree, drawn tidily. Made by <see cref="Tree"/>; it is read when it is shown.</summary>
/// <typeparam name="T">What the nodes stand for.</typeparam>
public sealed class TreeView<T> : NodePicture<T, TreeView<T>>
{
    private readonly T _root;
    private readonly Func<T, IEnumerable<T?>?> _children;
    private Func<T, double>? _measure;
    private Func<T, T?>? _links;
    private int _limit = UsualLimit;
    private int _depth = int.MaxValue;

    internal TreeView(T root, Func<T, IEnumerable<T?>?> children, NodeLook<T> look)
        : base(look) => (_root, _children) = (root, children);

    internal override int Limit => _limit;

    /// <summary>
    /// Draws at most about so many nodes; what is left out is counted: "+2,166 more". 120 unless told otherwise, and as many as 64 KiB
    /// hold.
    /// </summary>
    /// <param name="nodes">How many.</param>
    /// <param name="by">Which nodes matter most: visits of a search tree, say. The size of their subtrees when null.</param>
    public TreeView<T> Keep(int nodes, Func<T, double>? by = null)
    {
        if (nodes < 1) throw new ArgumentOutOfRangeException(nameof(nodes), $"Keep({nodes}): a drawing needs at least one node.");
        return With(t => (t._limit, t._measure) = (nodes, by ?? t._measure));
    }

    /// <summary>Reads and draws only so many levels below the root: for trees that are made while they are read.</summary>
    public TreeView<T> ToDepth(int levels)
    {
        if (levels < 0) throw new ArgumentOutOfRangeException(nameof(levels), $"ToDepth({levels}): the root is at depth 0.");
        return With(t => t._depth = levels);
    }

    /// <summary>Adds a dashed arrow from each node to another one of the tree: the chain through the leaves of a B+ tree.</summary>
    public TreeView<T> WithLinks(Func<T, T?> link) => With(t => t._links = link);

    internal override Func<int, Figure> Read()
    {
        var tree = ReadTree<T>.Of(_root, _children, _depth);
        var sizes = Pruning.Sizes(tree.Shape, v => tree.Items[v] is not null);
        return limit => new TreeFigure<T>(tree, sizes, Look).Build(limit, _measure, _links) with
        {
            IsRightwards = IsRightwards,
            Title = Title,
            ValueTitle = ValueTitle,
            WidthTitle = WidthTitle,
        };
    }
}
