using Qiansi.BPlus.Pages;

namespace Qiansi.BPlus.Structure;

/// <summary>What nodes tell when they are drawn; the same page is the same node.</summary>
internal sealed class BPlusView(ByteTree tree)
{
    /// <summary>Page of the root that is to be: page 0 is the file's header, and no node.</summary>
    private const uint ToBe = 0;

    private readonly Dictionary<uint, BPlusNode> _nodes = [];

    /// <summary>The root; while it is being split, a node without keys above its halves.</summary>
    public BPlusNode Root => Node(tree.UnlinkedAfter(tree.Header.Root) == 0 ? tree.Header.Root : ToBe);

    private BPlusNode Node(uint page) => _nodes.TryGetValue(page, out var node) ? node : _nodes[page] = new(this, page);

    public bool IsLeaf(long page) => page != ToBe && Read(page).IsLeaf;

    public IReadOnlyList<string> Keys(long page)
    {
        if (page == ToBe) return [];
        var node = Read(page);
        return [.. Enumerable.Range(0, node.Count).Select(i => tree.TextOf(node.KeyAt(i)))];
    }

    public IReadOnlyList<BPlusNode> Children(long page)
    {
        if (IsLeaf(page)) return [];
        var pages = page == ToBe ? [tree.Header.Root] : ChildPages(Read(page));
        return [.. pages.SelectMany(p => tree.UnlinkedAfter(p) is var half and not 0 ? [Node(p), Node(half)] : (BPlusNode[])[Node(p)])];
    }

    public BPlusNode? Next(long page) => IsLeaf(page) && Read(page).Header.Next is var next and not 0 ? Node(next) : null;

    public double Fill(long page) => page == ToBe ? 0 : tree.FillOf(Read(page));

    private static IEnumerable<uint> ChildPages(Node node) => [.. Enumerable.Range(-1, node.Count + 1).Select(node.Child)];

    private Node Read(long page)
    {
        tree.Pager.CheckUsable();
        return tree.Pager.Get((uint)page).Node;
    }
}
