using Qiansi.BPlus.Structure;

namespace Qiansi.BPlus;

/// <summary>A node of a tree, for drawing. What it tells is read from the tree when it is asked.</summary>
public sealed class BPlusNode
{
    private readonly BPlusView _view;

    internal BPlusNode(BPlusView view, uint page) => (_view, Page) = (view, page);

    /// <summary>Number of its page; 0 for the root that is to be, while the old one is being split.</summary>
    public long Page { get; }

    /// <summary>Whether it has values instead of children.</summary>
    public bool IsLeaf => _view.IsLeaf(Page);

    /// <summary>Its keys as text, ascending.</summary>
    public IReadOnlyList<string> Keys => _view.Keys(Page);

    /// <summary>
    /// Its children from left to right, one more than keys; none below a leaf. While a node is being split, the right half is one of them.
    /// </summary>
    public IReadOnlyList<BPlusNode> Children => _view.Children(Page);

    /// <summary>A leaf's neighbour to the right.</summary>
    public BPlusNode? Next => _view.Next(Page);

    /// <summary>How full it is, 0 to 1.</summary>
    public double Fill => _view.Fill(Page);
}
