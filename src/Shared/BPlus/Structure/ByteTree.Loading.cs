using Qiansi.BPlus.Pages;
using Qiansi.BPlus.Storage;

namespace Qiansi.BPlus.Structure;

/// <content>Loading sorted entries: leaves are filled one after the other, and the nodes above them grow at their right ends. Nothing is
/// searched, nothing is split.</content>
internal sealed partial class ByteTree
{
    private readonly List<Page> _open = [];
    private double _fill;

    /// <summary>Fills an empty tree.</summary>
    /// <param name="fill">How full nodes become, 0.5 to 1.</param>
    /// <param name="appendAll">Calls <see cref="Append"/> for each entry.</param>
    public void Load(double fill, Action appendAll)
    {
        if (!(fill is >= 0.5 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(fill), fill, $"fill {fill}: nodes can be filled by 0.5 to 1.");
        _pager.CheckUsable();
        if (Header.Entries > 0)
            throw new InvalidOperationException($"The tree has {Header.Entries:N0} entries; only an empty one can be loaded.");
        Change(() =>
        {
            _fill = fill;
            _open.Clear();
            _open.Add(Hold(Header.Root));
            _pager.Change(_open[0]);
            appendAll();
            (Header.Root, Header.Height) = (_open[^1].Id, (uint)_open.Count);
            _pager.Unpin(_held);
            RebalanceRightEnd();
        });
    }

    /// <summary>Adds the next entry.</summary>
    /// <returns>Whether its key is above the last one; it is not added otherwise.</returns>
    public bool Append(Key key, ReadOnlySpan<byte> value)
    {
        var leaf = _open[0];
        if (leaf.Node.Count is var count and > 0 && leaf.Node.KeyAt(count - 1).CompareTo(key) >= 0) return false;
        if (IsFilled(leaf, key.Rest.Length + value.Length))
        {
            var next = NewNode(PageKind.Leaf, 0);
            Link(leaf, next);
            _open[0] = next;
            Raise(1, leaf.Id, key, next.Id);
            Close(leaf);
        }

        _open[0].Node.Insert(_open[0].Node.Count, key, value, (uint)value.Length);
        Header.Entries++;
        return true;
    }

    /// <summary>Puts a node into the open one above it.</summary>
    private void Raise(int level, uint left, Key key, uint child)
    {
        if (level == _open.Count)
        {
            var root = NewNode(PageKind.Inner, level);
            root.Node.Header.First = left;
            root.Node.Insert(0, key, default, child);
            _open.Add(root);
        }
        else if (IsFilled(_open[level], key.Rest.Length))
        {
            var (full, next) = (_open[level], NewNode(PageKind.Inner, level));
            next.Node.Header.First = child;
            _open[level] = next;
            Raise(level + 1, full.Id, key, next.Id);
            Close(full);
        }
        else
        {
            _open[level].Node.Insert(_open[level].Node.Count, key, default, child);
        }
    }

    private bool IsFilled(Page page, int cellSize)
    {
        var (holds, next) = (_occupancy.Of(page.Node), _occupancy.Of(page.Node) + _occupancy.OfEntry(cellSize));
        return next > _occupancy.Capacity || (next > _fill * _occupancy.Capacity && holds >= _occupancy.Least(page.Node.IsLeaf));
    }

    /// <summary>Lets go of a node that is full.</summary>
    private void Close(Page page)
    {
        _held.Remove(page);
        page.Pins--;
    }

    /// <summary>
    /// The last node of each level may have got little; it takes from its neighbour. From the root down: a node above leaves may have one
    /// child only, which has no neighbour yet.
    /// </summary>
    private void RebalanceRightEnd()
    {
        for (var level = (int)Header.Height - 2; level >= 0; level--)
        {
            var page = Hold(Header.Root);
            for (_depth = 0; !page.Node.IsLeaf; _depth++)
            {
                _path[_depth] = page;
                _slots[_depth] = page.Node.Count - 1;
                page = Hold(page.Node.Child(_slots[_depth]));
            }

            _path[_depth] = page;
            Rebalance(_depth - level);
            _pager.Unpin(_held);
        }
    }
}
