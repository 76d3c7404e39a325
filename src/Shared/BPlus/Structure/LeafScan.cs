using Qiansi.BPlus.Codecs;
using Qiansi.BPlus.Pages;

namespace Qiansi.BPlus.Structure;

/// <summary>Goes along the linked leaves, one leaf at a time.</summary>
internal sealed class LeafScan<TKey, TValue>(ByteTree tree, Codec<TKey> keys, Codec<TValue> values, CancellationToken cancellation)
{
    private readonly int _version = tree.Version;
    private readonly byte[] _key = new byte[tree.LargestEntry + Key.HeadSize];

    /// <summary>The least key to show.</summary>
    public byte[]? Low { get; init; }

    /// <summary>The largest key to show.</summary>
    public byte[]? High { get; init; }

    public IEnumerable<KeyValuePair<TKey, TValue>> Up() => Walk(isUp: true);

    public IEnumerable<KeyValuePair<TKey, TValue>> Down() => Walk(isUp: false);

    private IEnumerable<KeyValuePair<TKey, TValue>> Walk(bool isUp)
    {
        var entries = new List<KeyValuePair<TKey, TValue>>();
        var next = First(isUp, entries);
        while (true)
        {
            foreach (var entry in entries)
            {
                yield return entry;
                if (tree.Version != _version)
                    throw new InvalidOperationException(
                        "The tree was changed while its entries were read; collect them first (ToList), then change it.");
            }

            if (next == 0) yield break;
            cancellation.ThrowIfCancellationRequested();
            next = Read(tree.Pager.Get(next).Node, isUp, entries);
        }
    }

    private uint First(bool isUp, List<KeyValuePair<TKey, TValue>> entries)
    {
        cancellation.ThrowIfCancellationRequested();
        var bound = isUp ? Low : High;
        return Read(bound is null ? tree.End(isLast: !isUp) : tree.Find(new(bound), out _, out _), isUp, entries);
    }

    /// <summary>Reads a leaf's entries within the bounds.</summary>
    /// <returns>The next leaf, or 0 when there is none or it lies beyond.</returns>
    private uint Read(Node leaf, bool isUp, List<KeyValuePair<TKey, TValue>> entries)
    {
        entries.Clear();
        var from = Low is null ? 0 : leaf.Find(new(Low), out _);
        var to = leaf.Count;
        if (High is not null)
        {
            to = leaf.Find(new(High), out var isFound);
            if (isFound) to++;
        }

        for (var i = from; i < to; i++) entries.Add(new(keys.Read(leaf.KeyAt(i).Bytes(_key)), values.Read(leaf.ValueAt(i))));
        if (!isUp) entries.Reverse();
        var isEnd = isUp ? to < leaf.Count : from > 0;
        return isEnd ? 0 : isUp ? leaf.Header.Next : leaf.Header.First;
    }
}
