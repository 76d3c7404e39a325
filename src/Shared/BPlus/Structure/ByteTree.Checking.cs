using Qiansi.BPlus.Pages;

namespace Qiansi.BPlus.Structure;

/// <content>Checking: everything that has to hold of the whole tree.</content>
internal sealed partial class ByteTree
{
    /// <summary>Checks all pages.</summary>
    /// <exception cref="BPlusFileException">Something does not hold; the page is named.</exception>
    public BPlusStatistics Verify(CancellationToken cancellation)
    {
        _pager.CheckUsable();
        var check = new Survey(this, cancellation);
        check.Visit(Header.Root, (int)Header.Height - 1, null, null, isLast: true);
        check.Finish();
        return check.Statistics();
    }

    /// <summary>One walk over all pages.</summary>
    private sealed class Survey(ByteTree tree, CancellationToken cancellation)
    {
        private readonly HashSet<uint> _seen = [];
        private uint _previousLeaf;
        private uint _expectedLeaf;
        private long _entries;
        private int _leaves;
        private int _inner;
        private int _free;
        private double _leafFill;
        private double _innerFill;

        /// <summary>Checks a node and what is below it.</summary>
        /// <param name="id">Its page.</param>
        /// <param name="level">Its level.</param>
        /// <param name="low">What its keys are not below; null for no bound.</param>
        /// <param name="high">What its keys are below; null for no bound.</param>
        /// <param name="isLast">Whether no node of its level is further right.</param>
        public void Visit(uint id, int level, byte[]? low, byte[]? high, bool isLast)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!_seen.Add(id)) throw Wrong(id, "hangs below two nodes");
            var node = new Node([.. tree._pager.Get(id).Bytes]);
            var kind = level == 0 ? PageKind.Leaf : PageKind.Inner;
            if (node.Header.Kind != kind || node.Header.Level != level)
                throw Wrong(id, $"is {node.Header.Kind} at level {node.Header.Level}, not {kind} at level {level}");
            CheckKeys(node, id, low, high);
            CheckOccupancy(node, id, isLast);
            if (level == 0)
            {
                VisitLeaf(node, id);
                return;
            }

            _inner++;
            _innerFill += tree.FillOf(node);
            for (var i = -1; i < node.Count; i++)
            {
                var from = i < 0 ? low : node.KeyAt(i).ToArray();
                var to = i + 1 == node.Count ? high : node.KeyAt(i + 1).ToArray();
                Visit(node.Child(i), level - 1, from, to, isLast && i == node.Count - 1);
            }
        }

        /// <summary>Checks what is not below the root.</summary>
        public void Finish()
        {
            ref var header = ref tree.Header;
            if (_expectedLeaf != 0) throw Wrong(_previousLeaf, $"is the last leaf and has page {_expectedLeaf} as its right neighbour");
            for (var id = header.FreeHead; id != 0; _free++)
            {
                if (!_seen.Add(id)) throw Wrong(id, "is in the list of free pages and in use");
                id = tree._pager.Get(id).Node.Header.Next;
            }

            if (_free != header.FreeCount) throw Wrong(0, $"counts {header.FreeCount} free pages; there are {_free}");
            if (_seen.Count + 1 != header.PageCount)
                throw Wrong(0, $"counts {header.PageCount} pages; {_seen.Count + 1} are in use or free");
            if (_entries != header.Entries) throw Wrong(0, $"counts {header.Entries} entries; there are {_entries}");
        }

        public BPlusStatistics Statistics() => new(
            _entries, (int)tree.Header.Height, tree._pager.PageSize, _leaves, _inner, _free,
            _leafFill / _leaves, _inner == 0 ? 0 : _innerFill / _inner);

        private void VisitLeaf(Node node, uint id)
        {
            if (_leaves > 0 && _expectedLeaf != id)
                throw Wrong(_previousLeaf, $"has page {_expectedLeaf} as its right neighbour, not {id}");
            if (node.Header.First != _previousLeaf)
                throw Wrong(id, $"has page {node.Header.First} as its left neighbour, not {_previousLeaf}");
            (_previousLeaf, _expectedLeaf) = (id, node.Header.Next);
            _leaves++;
            _entries += node.Count;
            _leafFill += tree.FillOf(node);
        }

        private void CheckKeys(Node node, uint id, byte[]? low, byte[]? high)
        {
            for (var i = 0; i < node.Count; i++)
            {
                var key = node.KeyAt(i);
                if (i > 0 && node.KeyAt(i - 1).CompareTo(key) >= 0) throw Wrong(id, $"has key {i} not above the one before it");
                if (low is { } least && key.CompareTo(new(least)) < 0) throw Wrong(id, $"has key {i} below its parent's key");
                if (high is { } end && key.CompareTo(new(end)) >= 0)
                    throw Wrong(id, $"has key {i} that is not below its parent's next key");
            }
        }

        /// <summary>The root may hold less; so may the right end of a tree that is split there when keys come in order.</summary>
        private void CheckOccupancy(Node node, uint id, bool isLast)
        {
            var (holds, least) = (tree._occupancy.Of(node), tree._occupancy.Least(node.IsLeaf));
            if (holds > tree._occupancy.Capacity) throw Wrong(id, $"holds {holds} of at most {tree._occupancy.Capacity}");
            var isRoot = id == tree.Header.Root;
            if (isRoot || (isLast && tree._occupancy.SplitsAtEnd)) least = isRoot && node.IsLeaf ? 0 : 1;
            if (holds < least) throw Wrong(id, $"holds {holds}, less than {least}");
        }

        private BPlusFileException Wrong(uint id, string what) => tree._pager.Damaged(id, what);
    }
}
