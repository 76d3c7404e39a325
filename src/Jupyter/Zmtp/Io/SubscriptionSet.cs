namespace Qiansi.Jupyter.Zmtp.Io;

/// <summary>Topic prefixes with how often each was subscribed.</summary>
internal sealed class SubscriptionSet
{
    private readonly List<Entry> _entries = [];

    internal int Count => _entries.Count;

    internal ReadOnlyMemory<byte> this[int index] => _entries[index].Prefix;

    internal bool Contains(ReadOnlySpan<byte> prefix) => Find(prefix) is not null;

    /// <summary>Adds one subscription; true when the prefix is new.</summary>
    internal bool Add(ReadOnlySpan<byte> prefix)
    {
        if (Find(prefix) is { } entry)
        {
            entry.Times++;
            return false;
        }

        _entries.Add(new Entry(prefix.ToArray()));
        return true;
    }

    /// <summary>Takes one subscription back; true when it was the prefix's last.</summary>
    internal bool Remove(ReadOnlySpan<byte> prefix)
    {
        if (Find(prefix) is not { } entry || --entry.Times > 0)
            return false;
        _entries.Remove(entry);
        return true;
    }

    internal bool Matches(ReadOnlySpan<byte> topic)
    {
        foreach (var entry in _entries)
        {
            if (topic.StartsWith(entry.Prefix))
                return true;
        }

        return false;
    }

    private Entry? Find(ReadOnlySpan<byte> prefix)
    {
        foreach (var entry in _entries)
        {
            if (prefix.SequenceEqual(entry.Prefix))
                return entry;
        }

        return null;
    }

    private sealed class Entry(byte[] prefix)
    {
        internal byte[] Prefix { get; } = prefix;

        internal int Times { get; set; } = 1;
    }
}
