using Qiansi.BPlus.Pages;
using Qiansi.BPlus.Storage;

namespace Qiansi.BPlus.Structure;

/// <summary>The B+ tree itself, of keys and values that are bytes.</summary>
/// <remarks>
/// Bayer and McCreight, Organization and maintenance of large ordered indexes, Acta Informatica 1, 1972; with all values in linked leaves:
/// Comer, The ubiquitous B-tree, ACM Computing Surveys 11(2), 1979.
/// </remarks>
internal sealed partial class ByteTree : IDisposable
{
    /// <summary>A key in words.</summary>
    public delegate string KeyText(Key key);

    private const int HighestTree = 64;

    private readonly Pager _pager;
    private readonly Occupancy _occupancy;
    private readonly Entries _entries;
    private readonly Page[] _path = new Page[HighestTree];
    private readonly int[] _slots = new int[HighestTree];
    private readonly List<Page> _held = [];
    private readonly List<(uint Left, uint Right)> _unlinked = [];
    private readonly KeyText _textOf;
    private int _depth;

    /// <summary>Opens a tree, or makes one.</summary>
    /// <param name="storage">The files; they are closed with the tree, or when it cannot be opened.</param>
    /// <param name="options">How to open them.</param>
    /// <param name="kinds">Kinds of the keys and values.</param>
    /// <param name="textOf">A key in words.</param>
    public ByteTree(IStorage storage, BPlusOptions options, (Codecs.DataKind Key, Codecs.DataKind Value) kinds, KeyText textOf)
    {
        _textOf = textOf;
        Name = storage.Name;
        try
        {
            _pager = new(storage, options, () => NewHeader(options, kinds));
            Check(options, kinds);
            _occupancy = new(_pager.PageSize, Header.Order);
            _entries = new(_pager.PageSize, _occupancy);
            if (_pager.IsNew) PlantRoot();
        }
        catch
        {
            storage.Dispose();
            throw;
        }
    }

    public string Name { get; }

    public Pager Pager => _pager;

    public ref FileHeader Header => ref _pager.Header;

    /// <summary>Changes with each change of the tree.</summary>
    public int Version { get; private set; }

    public int LargestEntry => _occupancy.LargestEntry - Slot.Size + Key.HeadSize;

    public Action<TreeStep>? Stepped { get; set; }

    /// <summary>Halves of nodes that were split and do not yet hang below their parent, by the half to their left.</summary>
    public uint UnlinkedAfter(uint page) => _unlinked.Find(u => u.Left == page).Right;

    /// <summary>A key in words.</summary>
    public string TextOf(Key key) => _textOf(key);

    /// <summary>How full a node is, 0 to 1.</summary>
    public double FillOf(Node node) => (double)_occupancy.Of(node) / _occupancy.Capacity;

    /// <summary>Looks for a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="index">Its place in the leaf, or that of the next larger key.</param>
    /// <param name="isFound">Whether it is there.</param>
    /// <returns>The leaf where it belongs; valid until the next page is asked for.</returns>
    public Node Find(Key key, out int index, out bool isFound)
    {
        _pager.CheckUsable();
        var page = _pager.Get(Header.Root);
        while (!page.Node.IsLeaf)
        {
            var child = page.Node.Child(page.Node.ChildIndex(key));
            if (Stepped is not null) Step(StepKind.Descend, page, child, key);
            page = _pager.Get(child);
        }

        index = page.Node.Find(key, out isFound);
        return page.Node;
    }

    /// <summary>The leaf at an end.</summary>
    public Node End(bool isLast)
    {
        _pager.CheckUsable();
        var node = _pager.Get(Header.Root).Node;
        while (!node.IsLeaf) node = _pager.Get(node.Child(isLast ? node.Count - 1 : -1)).Node;
        return node;
    }

    public void Begin()
    {
        _pager.CheckUsable();
        if (!_pager.Enter())
            throw new InvalidOperationException("A transaction is running; there is one at a time. Commit or dispose it first.");
    }

    public void Commit() => _pager.Commit();

    public void Rollback()
    {
        Version++;
        _pager.Rollback();
    }

    public void Checkpoint()
    {
        _pager.CheckUsable();
        if (_pager.IsRunning) throw new InvalidOperationException("A transaction is running; checkpoints come after its end.");
        if (_pager.LogFrames > 0) _pager.Checkpoint();
    }

    public void Dispose() => _pager.Dispose();

    /// <summary>Goes down to the leaf where a key belongs, and holds the nodes on the way.</summary>
    private Page Descend(Key key)
    {
        _depth = 0;
        var page = Hold(Header.Root);
        while (!page.Node.IsLeaf)
        {
            _slots[_depth] = page.Node.ChildIndex(key);
            var child = page.Node.Child(_slots[_depth]);
            if (Stepped is not null) Step(StepKind.Descend, page, child, key);
            _path[_depth++] = page;
            page = Hold(child);
        }

        return _path[_depth] = page;
    }

    private Page Hold(uint id) => Hold(_pager.Get(id));

    private Page Hold(Page page)
    {
        page.Pins++;
        _held.Add(page);
        return page;
    }

    /// <summary>A new, empty node, held.</summary>
    private Page NewNode(PageKind kind, int level)
    {
        var page = Hold(_pager.Allocate());
        page.Node.Clear(kind, level);
        return page;
    }

    /// <summary>Runs a change as a transaction of its own, unless one is running; after an error nothing of it stays.</summary>
    private void Change(Action change)
    {
        var isOwn = _pager.Enter();
        try
        {
            change();
            Finish(isOwn);
        }
        catch
        {
            Fail(isOwn);
            throw;
        }
    }

    private void Finish(bool isOwn)
    {
        _pager.Unpin(_held);
        Version++;
        if (isOwn) _pager.Commit();
    }

    private void Fail(bool isOwn)
    {
        _held.Clear();
        _unlinked.Clear();
        Version++;
        _pager.Fail(isOwn);
    }

    private void Step(StepKind kind, Page page, uint other, Key key) =>
        Stepped?.Invoke(new(kind, page.Id, other, kind == StepKind.Shrink ? "" : _textOf(key), page.Node.IsLeaf));

    private static FileHeader NewHeader(BPlusOptions options, (Codecs.DataKind Key, Codecs.DataKind Value) kinds) => new()
    {
        Magic = FileHeader.RightMagic,
        Version = FileHeader.RightVersion,
        PageSize = (uint)(options.PageSize ?? FileOpening.UsualPageSize),
        FileId = (ulong)Random.Shared.NextInt64(),
        KeyKind = (byte)kinds.Key,
        ValueKind = (byte)kinds.Value,
        Order = (ushort)(options.Order ?? 0),
        PageCount = 1,
    };

    private void Check(BPlusOptions options, (Codecs.DataKind Key, Codecs.DataKind Value) kinds)
    {
        var inFile = ((Codecs.DataKind)Header.KeyKind, (Codecs.DataKind)Header.ValueKind);
        if (inFile != kinds)
            throw new BPlusFileException(
                $"{Name} has {inFile.Item1} keys and {inFile.Item2} values, and was opened for {kinds.Key} keys and {kinds.Value} values.");
        if (options.Order is { } order && order != Header.Order)
            throw new BPlusFileException(
                $"{Name} was made {(Header.Order == 0 ? "without an order" : $"with order {Header.Order}")}, not with order " +
                $"{order}. Leave Order out, and the file's is taken.");
    }

    private void PlantRoot() => Change(() =>
    {
        Header.Root = NewNode(PageKind.Leaf, 0).Id;
        Header.Height = 1;
    });
}
