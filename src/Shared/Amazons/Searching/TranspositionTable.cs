namespace Qiansi.Amazons;

/// <summary>What is known of positions, by their hash: a later, deeper result takes an earlier one's place.</summary>
/// <param name="bytes">Memory at most; rounded down to a power of two of entries of 32 bytes.</param>
internal sealed class TranspositionTable(long bytes)
{
    private readonly Entry[] _entries = new Entry[1 << (int)Math.Clamp(Math.Log2(Math.Max(bytes / 32, 1)), 10, 28)];

    /// <summary>What is known of a position.</summary>
    public bool TryGet(ulong hash, out Entry entry)
    {
        entry = _entries[hash & (ulong)(_entries.Length - 1)];
        return entry.Hash == hash && entry.Bound != Bound.None;
    }

    /// <summary>Keeps a result unless a deeper one of the same position is there.</summary>
    public void Put(Entry entry)
    {
        ref var place = ref _entries[entry.Hash & (ulong)(_entries.Length - 1)];
        if (place.Hash != entry.Hash || entry.Depth >= place.Depth) place = entry;
    }

    internal enum Bound : byte
    {
        None,
        Exact,
        AtLeast,
        AtMost,
    }

    internal readonly record struct Entry(ulong Hash, double Value, Move Move, short Depth, Bound Bound);
}
