using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Amazons;

/// <summary>What a value in the table says.</summary>
internal enum Bound : byte
{
    None,
    Exact,
    AtLeast,
    AtMost,
}

/// <summary>What is known of positions, by their hash: a later, deeper result takes an earlier one's place.</summary>
/// <param name="bytes">Memory at most; the number of entries is a power of two.</param>
internal sealed class TranspositionTable(long bytes)
{
    private const int MostEntries = 1 << 28;

    private readonly Entry[] _entries =
        new Entry[(int)Math.Min(BitOperations.RoundUpToPowerOf2((ulong)Math.Max(bytes / Unsafe.SizeOf<Entry>(), 1) + 1) / 2, MostEntries)];

    /// <summary>Memory in use.</summary>
    public long Bytes => (long)_entries.Length * Unsafe.SizeOf<Entry>();

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

    /// <summary>Forgets everything.</summary>
    public void Clear() => Array.Clear(_entries);

    internal readonly record struct Entry(ulong Hash, double Value, Move Move, short Depth, Bound Bound)
    {
        /// <summary>Whether the value is enough to know what a search in this window would say.</summary>
        public bool Decides(double alpha, double beta) => Bound switch
        {
            Bound.Exact => true,
            Bound.AtLeast => Value >= beta,
            Bound.AtMost => Value <= alpha,
            _ => false,
        };
    }
}
