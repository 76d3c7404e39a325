namespace Qiansi.BPlus.Pages;

/// <summary>How full nodes may and must be: by bytes, or, in a tree of a given order, by number of keys.</summary>
/// <remarks>
/// With C the capacity, M the heaviest entry, and s what a cut may cost (M in leaves, 2 M in inner nodes, whose middle entry goes up): more
/// than C falls into halves of at least
/// (C + 1 - s) / 2, which is the least a node may hold. Two neighbours of 2 · least + s - 1 or more together can be evened out; fewer fit
/// into one page. For keys counted one by one these are
/// the bounds of the textbooks: ⌈C/2⌉ in leaves, ⌊C/2⌋ in inner nodes.
/// </remarks>
internal sealed class Occupancy
{
    private const int EntriesPerPage = 4;

    private readonly bool _counts;
    private readonly int _heaviest;

    public Occupancy(int pageSize, int order)
    {
        var bytes = pageSize - NodeHeader.Size;
        LargestEntry = bytes / Math.Max(EntriesPerPage, order);
        _counts = order > 0;
        (Capacity, _heaviest) = _counts ? (order - 1, 1) : (bytes, LargestEntry);
    }

    /// <summary>Most a node may hold.</summary>
    public int Capacity { get; }

    /// <summary>Bytes of an entry at most, its slot included.</summary>
    public int LargestEntry { get; }

    /// <summary>Whether nodes are split where keys that come in order leave full ones behind.</summary>
    public bool SplitsAtEnd => !_counts;

    public int Of(Node node) => _counts ? node.Count : node.UsedBytes;

    public int OfEntry(int cellSize) => _counts ? 1 : Slot.Size + cellSize;

    public bool HasRoom(Node node, int cellSize) => Of(node) + OfEntry(cellSize) <= Capacity;

    /// <summary>The least a node other than the root may hold.</summary>
    public int Least(bool isLeaf) => (Capacity + 2 - Cut(isLeaf)) / 2;

    /// <summary>Whether neighbours that hold so much together (with the key between them) can share it.</summary>
    public bool CanShare(int together, bool isLeaf) => together >= 2 * Least(isLeaf) + Cut(isLeaf) - 1;

    private int Cut(bool isLeaf) => isLeaf ? _heaviest : 2 * _heaviest;
}
