using Qiansi.BPlus.Pages;
using Qiansi.BPlus.Storage;

namespace Qiansi.BPlus.Structure;

/// <content>Removal: out of the leaf; a node that then holds too little takes from a neighbour, or becomes one with it, and the parent is
/// looked at next.</content>
internal sealed partial class ByteTree
{
    /// <summary>Removes an entry.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(Key key)
    {
        var isOwn = _pager.Enter();
        try
        {
            var leaf = Descend(key);
            var index = leaf.Node.Find(key, out var isFound);
            if (isFound)
            {
                _pager.Change(leaf);
                leaf.Node.Remove(index);
                Header.Entries--;
                Step(StepKind.Remove, leaf, 0, key);
                Rebalance(_depth);
            }

            Finish(isOwn);
            return isFound;
        }
        catch
        {
            Fail(isOwn);
            throw;
        }
    }

    /// <summary>Sees to it that the node of the path at a depth, and those above it, hold enough.</summary>
    private void Rebalance(int depth)
    {
        for (; depth > 0; depth--)
        {
            var node = _path[depth].Node;
            if (_occupancy.Of(node) >= _occupancy.Least(node.IsLeaf)) return;
            var (parent, slot) = (_path[depth - 1], _slots[depth - 1]);
            var left = slot >= 0 ? Hold(parent.Node.Child(slot - 1)) : null;
            if (left is not null && CanShare(parent, slot, left, _path[depth]))
            {
                if (!Share(depth, slot, left, _path[depth], _path[depth], left)) return;
                continue;
            }

            var right = slot + 1 < parent.Node.Count ? Hold(parent.Node.Child(slot + 1)) : null;
            if (right is not null && CanShare(parent, slot + 1, _path[depth], right))
            {
                if (!Share(depth, slot + 1, _path[depth], right, _path[depth], right)) return;
            }
            else if (left is not null)
            {
                Merge(parent, slot, left, _path[depth]);
            }
            else
            {
                Merge(parent, slot + 1, _path[depth], right!);
            }
        }

        ShrinkRoot();
    }

    private bool CanShare(Page parent, int between, Page left, Page right)
    {
        var isLeaf = left.Node.IsLeaf;
        var together = _occupancy.Of(left.Node) + _occupancy.Of(right.Node);
        // Of an inner node the key between them comes down.
        if (!isLeaf) together += _occupancy.OfEntry(parent.Node.Slots[between].RestLength);
        return _occupancy.CanShare(together, isLeaf);
    }

    /// <summary>Evens two neighbours out.</summary>
    /// <returns>Whether the parent may hold too little now: its key may have become shorter. It may also have become too long, and the
    /// parent was split.</returns>
    private bool Share(int depth, int between, Page left, Page right, Page taker, Page giver)
    {
        var parent = _path[depth - 1];
        foreach (var page in (ReadOnlySpan<Page>)[parent, left, right]) _pager.Change(page);
        _entries.Start(left.Bytes);
        var isLeaf = left.Node.IsLeaf;
        if (!isLeaf) _entries.Insert(_entries.Count, parent.Node.KeyAt(between), default, right.Node.Header.First);
        _entries.Add(right.Bytes);
        var middle = isLeaf ? _entries.MiddleOfLeaf() : _entries.MiddleOfInner();
        Deal(left.Node, 0, middle);
        if (!isLeaf) right.Node.Header.First = _entries.TailAt(middle);
        Deal(right.Node, isLeaf ? middle : middle + 1, _entries.Count);

        var key = isLeaf ? right.Node.KeyAt(0) : _entries.KeyAt(middle).Copy();
        parent.Node.Remove(between);
        var hasRoom = _occupancy.HasRoom(parent.Node, key.Rest.Length);
        if (hasRoom) parent.Node.Insert(between, key, default, right.Id);
        if (Stepped is not null)
        {
            if (!hasRoom) _unlinked.Add((left.Id, right.Id));
            Step(StepKind.Borrow, taker, giver.Id, key);
            _unlinked.Clear();
        }

        if (!hasRoom) Insert(depth - 1, between, key, default, right.Id);
        return hasRoom;
    }

    /// <summary>Brings the entries of two neighbours into the left one.</summary>
    private void Merge(Page parent, int between, Page left, Page right)
    {
        _pager.Change(parent);
        _pager.Change(left);
        if (left.Node.IsLeaf)
        {
            left.Node.Header.Next = right.Node.Header.Next;
            SetPrevious(right.Node.Header.Next, left.Id);
        }
        else
        {
            left.Node.Insert(left.Node.Count, parent.Node.KeyAt(between), default, right.Node.Header.First);
        }

        left.Node.Append(right.Node, 0, right.Node.Count);
        var key = parent.Node.KeyAt(between).Copy();
        parent.Node.Remove(between);
        Step(StepKind.Merge, left, right.Id, key);
        _pager.Free(right);
    }

    private void ShrinkRoot()
    {
        while (_pager.Get(Header.Root) is { Node: { IsLeaf: false, Count: 0 } } root)
        {
            Header.Root = root.Node.Header.First;
            Header.Height--;
            _pager.Free(root);
            Step(StepKind.Shrink, _pager.Get(Header.Root), 0, default);
        }
    }
}
