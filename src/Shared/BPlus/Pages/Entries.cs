namespace Qiansi.BPlus.Pages;

/// <summary>The entries of one or two nodes in a row, copied, to be dealt out anew: how nodes are split and evened out.</summary>
internal sealed class Entries(int pageSize, Occupancy occupancy)
{
    private readonly byte[][] _copies = [new byte[pageSize], new byte[pageSize]];
    private readonly byte[] _single = new byte[pageSize];
    private readonly List<(byte[] Source, int Index)> _entries = [];
    private int _copied;

    public int Count => _entries.Count;

    /// <summary>Begins with the entries of a node.</summary>
    public void Start(byte[] page)
    {
        _entries.Clear();
        _copied = 0;
        Add(page);
    }

    /// <summary>Adds those of a second node.</summary>
    public void Add(byte[] page)
    {
        var copy = _copies[_copied++];
        page.CopyTo(copy, 0);
        for (var i = 0; i < new Node(copy).Count; i++) _entries.Add((copy, i));
    }

    /// <summary>Adds a new entry among them.</summary>
    public void Insert(int index, Key key, ReadOnlySpan<byte> value, uint tail)
    {
        var (single, like) = (new Node(_single), new Node(_copies[0]).Header);
        single.Clear(like.Kind, like.Level);
        single.Insert(0, key, value, tail);
        _entries.Insert(index, (_single, 0));
    }

    public Key KeyAt(int index) => new Node(_entries[index].Source).KeyAt(_entries[index].Index);

    public uint TailAt(int index) => new Node(_entries[index].Source).Slots[_entries[index].Index].Tail;

    /// <summary>Adds some of them to a node.</summary>
    public void CopyTo(Node node, int from, int to)
    {
        for (var i = from; i < to; i++) node.Append(new(_entries[i].Source), _entries[i].Index, _entries[i].Index + 1);
    }

    /// <summary>The entry before which leaves are cut: both sides as equal as can be.</summary>
    public int MiddleOfLeaf() => Middle(1, Count - 1, goesUp: false);

    /// <summary>The entry between two inner nodes, which goes up.</summary>
    public int MiddleOfInner() => Middle(1, Count - 2, goesUp: true);

    private int Middle(int first, int last, bool goesUp)
    {
        var (left, right) = (0, 0);
        for (var i = 0; i < Count; i++) right += Weight(i);
        var (best, least) = (first, int.MaxValue);
        for (var i = 0; i <= last; i++)
        {
            var difference = Math.Abs(left - (right - (goesUp ? Weight(i) : 0)));
            if (i >= first && difference < least) (best, least) = (i, difference);
            left += Weight(i);
            right -= Weight(i);
        }

        return best;
    }

    private int Weight(int index) => occupancy.OfEntry(new Node(_entries[index].Source).CellSize(_entries[index].Index));
}
