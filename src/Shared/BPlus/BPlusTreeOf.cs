using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Qiansi.BPlus.Codecs;
using Qiansi.BPlus.Pages;
using Qiansi.BPlus.Storage;
using Qiansi.BPlus.Structure;

namespace Qiansi.BPlus;

/// <summary>A B+ tree with keys and values of these types; <see cref="BPlusTree.Open{TKey, TValue}"/> opens one.</summary>
/// <typeparam name="TKey"><c>long</c>, <c>string</c> or <c>byte[]</c>.</typeparam>
/// <typeparam name="TValue"><c>long</c>, <c>string</c> or <c>byte[]</c>.</typeparam>
public sealed class BPlusTree<TKey, TValue> : BPlusTree, IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
    where TValue : notnull
{
    private const int OnStack = 256;

    private readonly Codec<TKey> _keys;
    private readonly Codec<TValue> _values;

    internal BPlusTree(Func<IStorage> open, BPlusOptions options)
        : this(open, options, Codec<TKey>.Create(), Codec<TValue>.Create())
    {
    }

    private BPlusTree(Func<IStorage> open, BPlusOptions options, Codec<TKey> keys, Codec<TValue> values)
        : base(new ByteTree(open(), options, (keys.Kind, values.Kind), key => keys.Text(key.ToArray()))) =>
        (_keys, _values) = (keys, values);

    /// <summary>The value of a key; setting it adds the key or replaces its value.</summary>
    /// <exception cref="KeyNotFoundException">The key is not there.</exception>
    /// <exception cref="ArgumentException">Key and value are too long for a page.</exception>
    public TValue this[TKey key]
    {
        get => TryGet(key, out var value) ? value : throw new KeyNotFoundException($"The tree has no key {key}.");
        set => Set(key, value);
    }

    /// <summary>Looks a key up: reads as many pages as the tree has levels.</summary>
    /// <returns>Whether it is there.</returns>
    [SkipLocalsInit]
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var length = _keys.Length(key);
        var bytes = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        _keys.Write(key, bytes);
        var leaf = Bytes.Find(new(bytes[..length]), out var index, out var isFound);
        value = isFound ? _values.Read(leaf.ValueAt(index)) : default;
        return isFound;
    }

    /// <summary>Whether a key is there.</summary>
    public bool Contains(TKey key) => TryGet(key, out _);

    /// <summary>Adds a key with its value, or replaces the value of one that is there.</summary>
    /// <returns>Whether the key is new.</returns>
    /// <exception cref="ArgumentException">Key and value are too long for a page.</exception>
    /// <exception cref="InvalidOperationException">The tree is open for reading only, or an error has broken the transaction
    /// off.</exception>
    public bool Set(TKey key, TValue value) => Put(key, value, replaces: true);

    /// <summary>Adds a key with its value; leaves one that is there as it is.</summary>
    /// <returns>Whether the key is new.</returns>
    /// <exception cref="ArgumentException">Key and value are too long for a page.</exception>
    /// <exception cref="InvalidOperationException">The tree is open for reading only, or an error has broken the transaction
    /// off.</exception>
    public bool TryAdd(TKey key, TValue value) => Put(key, value, replaces: false);

    /// <summary>Removes a key with its value.</summary>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="InvalidOperationException">The tree is open for reading only, or an error has broken the transaction
    /// off.</exception>
    [SkipLocalsInit]
    public bool Remove(TKey key)
    {
        var length = _keys.Length(key);
        var bytes = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        _keys.Write(key, bytes);
        return Bytes.Remove(new(bytes[..length]));
    }

    /// <summary>
    /// Fills an empty tree with sorted entries, from the leaves up: faster than inserting, and as full as is asked for. It is one
    /// transaction.
    /// </summary>
    /// <param name="entries">Entries with ascending keys, none twice.</param>
    /// <param name="fill">How full pages become, 0.5 to 1: leave room where more will be inserted.</param>
    /// <param name="cancellation">Breaks it off; the tree is empty again.</param>
    /// <exception cref="ArgumentException">A key is not above the one before it, or an entry is too long for a page.</exception>
    /// <exception cref="InvalidOperationException">The tree is not empty.</exception>
    public void Load(IEnumerable<KeyValuePair<TKey, TValue>> entries, double fill = 1, CancellationToken cancellation = default)
    {
        var buffer = new byte[LargestEntry + Key.HeadSize];
        Bytes.Load(fill, () =>
        {
            var number = 0L;
            foreach (var (key, value) in entries)
            {
                if ((number++ & 0xFF) == 0) cancellation.ThrowIfCancellationRequested();
                var (keyLength, valueLength) = Lengths(key, value);
                _keys.Write(key, buffer);
                _values.Write(value, buffer.AsSpan(keyLength));
                if (!Bytes.Append(new(buffer.AsSpan(0, keyLength)), buffer.AsSpan(keyLength, valueLength)))
                    throw new ArgumentException(
                        $"Key {_keys.Text(buffer.AsSpan(0, keyLength))} at position {number - 1:N0} is not above the one before it; " +
                        "sort the entries, each key once.", nameof(entries));
            }
        });
    }

    /// <summary>All entries, keys ascending; read leaf by leaf. The tree must not change meanwhile.</summary>
    /// <param name="cancellation">Breaks a long scan off.</param>
    public IEnumerable<KeyValuePair<TKey, TValue>> Ascending(CancellationToken cancellation = default) =>
        new LeafScan<TKey, TValue>(Bytes, _keys, _values, cancellation).Up();

    /// <summary>Entries from a key on, keys ascending.</summary>
    /// <param name="from">The first key, if it is there.</param>
    /// <param name="cancellation">Breaks a long scan off.</param>
    public IEnumerable<KeyValuePair<TKey, TValue>> From(TKey from, CancellationToken cancellation = default) =>
        new LeafScan<TKey, TValue>(Bytes, _keys, _values, cancellation) { Low = Encode(from) }.Up();

    /// <summary>Entries between two keys, both included, keys ascending.</summary>
    /// <param name="low">The first key, if it is there.</param>
    /// <param name="high">The last key, if it is there.</param>
    /// <param name="cancellation">Breaks a long scan off.</param>
    public IEnumerable<KeyValuePair<TKey, TValue>> Between(TKey low, TKey high, CancellationToken cancellation = default) =>
        new LeafScan<TKey, TValue>(Bytes, _keys, _values, cancellation) { Low = Encode(low), High = Encode(high) }.Up();

    /// <summary>All entries, keys descending.</summary>
    /// <param name="cancellation">Breaks a long scan off.</param>
    public IEnumerable<KeyValuePair<TKey, TValue>> Descending(CancellationToken cancellation = default) =>
        new LeafScan<TKey, TValue>(Bytes, _keys, _values, cancellation).Down();

    /// <summary>Entries from a key down, keys descending.</summary>
    /// <param name="from">The first key, if it is there.</param>
    /// <param name="cancellation">Breaks a long scan off.</param>
    public IEnumerable<KeyValuePair<TKey, TValue>> DownFrom(TKey from, CancellationToken cancellation = default) =>
        new LeafScan<TKey, TValue>(Bytes, _keys, _values, cancellation) { High = Encode(from) }.Down();

    /// <summary>Entries between two keys, both included, keys descending.</summary>
    /// <param name="low">The last key, if it is there.</param>
    /// <param name="high">The first key, if it is there.</param>
    /// <param name="cancellation">Breaks a long scan off.</param>
    public IEnumerable<KeyValuePair<TKey, TValue>> DownBetween(TKey low, TKey high, CancellationToken cancellation = default) =>
        new LeafScan<TKey, TValue>(Bytes, _keys, _values, cancellation) { Low = Encode(low), High = Encode(high) }.Down();

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => Ascending().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    [SkipLocalsInit]
    private bool Put(TKey key, TValue value, bool replaces)
    {
        var (keyLength, valueLength) = Lengths(key, value);
        var length = keyLength + valueLength;
        var bytes = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        _keys.Write(key, bytes);
        _values.Write(value, bytes[keyLength..]);
        return Bytes.Set(new(bytes[..keyLength]), bytes[keyLength..length], replaces);
    }

    private (int Key, int Value) Lengths(TKey key, TValue value)
    {
        var (keyLength, valueLength) = (_keys.Length(key), _values.Length(value));
        // A short key takes eight bytes too.
        if (Math.Max(keyLength, Key.HeadSize) + valueLength <= LargestEntry) return (keyLength, valueLength);
        throw new ArgumentException(
            $"A key of {keyLength:N0} bytes with a value of {valueLength:N0} is too long: with pages of {PageSize:N0} bytes " +
            $"they may have {LargestEntry:N0} together. Shorten them, or make the tree with a larger PageSize.");
    }

    private byte[] Encode(TKey key)
    {
        var bytes = new byte[_keys.Length(key)];
        _keys.Write(key, bytes);
        return bytes;
    }
}
