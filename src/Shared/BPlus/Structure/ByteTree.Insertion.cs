using Qiansi.BPlus.Pages;
using Qiansi.BPlus.Storage;

namespace Qiansi.BPlus.Structure;

/// <content>Insertion: into the leaf; where there is no room it is split, and a key goes up, through the root if need be.</content>
internal sealed partial class ByteTree
{
    /// <summary>Adds an entry.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">Its value.</param>
    /// <param name="replaces">Whether the value of a key that is there is replaced.</param>
    /// <returns>Whether the key is new.</returns>
    public bool Set(Key key, ReadOnlySpan<byte> value, bool replaces)
    {
        var isOwn = _pager.Enter();
        try
        {
            var leaf = Descend(key);
            var index = leaf.Node.Find(key, out var isFound);
            if (!isFound)
            {
                Insert(_depth, index, key, value, (uint)value.Length);
                Header.Entries++;
            }
            else if (replaces)
            {
                Replace(leaf, index, key, value);
            }

            Finish(isOwn);
            return !isFound;
        }
        catch
        {
            Fail(isOwn);
            throw;
        }
    }

    private void Replace(Page leaf, int index, Key key, ReadOnlySpan<byte> value)
    {
        _pager.Change(leaf);
        var old = leaf.Node.ValueAt(index);
        if (old.Length == value.Length)
        {
            value.CopyTo(old);
            Step(StepKind.Replace, leaf, 0, key);
            return;
        }

        leaf.Node.Remove(index);
        Step(StepKind.Replace, leaf, 0, key);
        Insert(_depth, index, key, value, (uint)value.Length);
        Rebalance(_depth);
    }

    /// <summary>Puts an entry into the node of the path at a depth.</summary>
    private void Insert(int depth, int index, Key key, ReadOnlySpan<byte> value, uint tail)
    {
        var page = _path[depth];
        _pager.Change(page);
        if (_occupancy.HasRoom(page.Node, key.Rest.Length + value.Length))
        {
            page.Node.Insert(index, key, value, tail);
            if (Stepped is not null) Step(StepKind.Insert, page, 0, key);
            return;
        }

        // Keys that come in order leave full nodes behind, not half full ones.
        var isAtEnd = _occupancy.SplitsAtEnd && index == page.Node.Count && IsLast(depth);
        _entries.Start(page.Bytes);
        _entries.Insert(index, key, value, tail);
        var right = NewNode(page.Node.Header.Kind, page.Node.Header.Level);
        if (page.Node.IsLeaf) SplitLeaf(depth, page, right, isAtEnd ? _entries.Count - 1 : _entries.MiddleOfLeaf());
        else SplitInner(depth, page, right, isAtEnd ? _entries.Count - 2 : _entries.MiddleOfInner());
    }

    private void SplitLeaf(int depth, Page left, Page right, int middle)
    {
        Deal(left.Node, 0, middle);
        Deal(right.Node, middle, _entries.Count);
        Link(left, right);
        Raise(depth, left, right, right.Node.KeyAt(0));
    }

    private void SplitInner(int depth, Page left, Page right, int middle)
    {
        Deal(left.Node, 0, middle);
        right.Node.Header.First = _entries.TailAt(middle);
        Deal(right.Node, middle + 1, _entries.Count);
        Raise(depth, left, right, _entries.KeyAt(middle).Copy());
    }

    private void Deal(Node node, int from, int to)
    {
        node.Clear(node.Header.Kind, node.Header.Level);
        _entries.CopyTo(node, from, to);
    }

    /// <summary>Puts a new leaf into the chain behind another.</summary>
    private void Link(Page left, Page right)
    {
        var next = left.Node.Header.Next;
        (right.Node.Header.First, right.Node.Header.Next, left.Node.Header.Next) = (left.Id, next, right.Id);
        SetPrevious(next, right.Id);
    }

    private void SetPrevious(uint leaf, uint previous)
    {
        if (leaf == 0) return;
        var page = _pager.Get(leaf);
        _pager.Change(page);
        page.Node.Header.First = previous;
    }

    /// <summary>Tells the parent of a new node, or makes a parent.</summary>
    private void Raise(int depth, Page left, Page right, Key key)
    {
        if (Stepped is not null)
        {
            _unlinked.Add((left.Id, right.Id));
            Step(StepKind.Split, left, right.Id, key);
            _unlinked.Clear();
        }

        if (depth > 0)
        {
            Insert(depth - 1, _slots[depth - 1] + 1, key, default, right.Id);
            return;
        }

        var root = NewNode(PageKind.Inner, left.Node.Header.Level + 1);
        root.Node.Header.First = left.Id;
        root.Node.Insert(0, key, default, right.Id);
        Header.Root = root.Id;
        Header.Height++;
        Step(StepKind.Grow, root, 0, key);
    }

    /// <summary>Whether no node of its level is further right.</summary>
    private bool IsLast(int depth)
    {
        for (var d = 0; d < depth; d++) if (_slots[d] != _path[d].Node.Count - 1) return false;
        return true;
    }
}
