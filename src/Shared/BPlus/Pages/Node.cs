using System.Buffers;
using System.Runtime.InteropServices;

namespace Qiansi.BPlus.Pages;

/// <summary>
/// A page as a node: a header, slots in the order of their keys, free room, and cells at the end. Leaves have values; an inner node has a
/// child right of each key, whose keys
/// are not below it, and one left of all keys.
/// </summary>
internal readonly struct Node(byte[] bytes)
{
    public ref NodeHeader Header => ref MemoryMarshal.AsRef<NodeHeader>(bytes.AsSpan());

    public Span<Slot> Slots => MemoryMarshal.Cast<byte, Slot>(bytes.AsSpan(NodeHeader.Size, Header.Count * Slot.Size));

    public bool IsLeaf => Header.Kind == PageKind.Leaf;

    public int Count => Header.Count;

    /// <summary>Bytes of slots and cells.</summary>
    public int UsedBytes => Header.Count * Slot.Size + bytes.Length - Header.Heap - Header.Garbage;

    /// <summary>Makes the page an empty node; its links stay.</summary>
    public void Clear(PageKind kind, int level)
    {
        ref var header = ref Header;
        (header.Kind, header.Level, header.Count, header.Heap, header.Garbage) = (kind, (byte)level, 0, (ushort)bytes.Length, 0);
    }

    public Key KeyAt(int index)
    {
        ref var slot = ref Slots[index];
        return new(slot.Head, bytes.AsSpan(slot.Offset, slot.RestLength), slot.KeyLength);
    }

    public Span<byte> ValueAt(int index)
    {
        if (!IsLeaf) return default;
        ref var slot = ref Slots[index];
        return bytes.AsSpan(slot.Offset + slot.RestLength, (int)slot.Tail);
    }

    /// <summary>The child right of a key; of key -1, the one left of all.</summary>
    public uint Child(int index) => index < 0 ? Header.First : Slots[index].Tail;

    /// <summary>The first entry whose key is not below this one.</summary>
    public int Find(Key key, out bool isFound)
    {
        var slots = Slots;
        var (low, high) = (0, slots.Length);
        // Keys often come in order.
        if (high > 0 && slots[^1].Head < key.Head) low = high;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Compare(in slots[middle], key) < 0) low = middle + 1;
            else high = middle;
        }

        isFound = low < slots.Length && Compare(in slots[low], key) == 0;
        return low;
    }

    /// <summary>The child where a key belongs, as <see cref="Child"/> numbers it.</summary>
    public int ChildIndex(Key key)
    {
        var slots = Slots;
        var (low, high) = (0, slots.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Compare(in slots[middle], key) <= 0) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    /// <summary>Bytes of an entry's cell.</summary>
    public int CellSize(int index)
    {
        ref var slot = ref Slots[index];
        return slot.RestLength + (IsLeaf ? (int)slot.Tail : 0);
    }

    /// <summary>Adds an entry; the caller has seen to it that there is room.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="key">Its key.</param>
    /// <param name="value">A leaf's value.</param>
    /// <param name="tail">The value's length, or the child.</param>
    public void Insert(int index, Key key, ReadOnlySpan<byte> value, uint tail)
    {
        var size = key.Rest.Length + value.Length;
        if (Header.Heap - NodeHeader.Size - (Header.Count + 1) * Slot.Size < size) Compact();
        ref var header = ref Header;
        header.Count++;
        header.Heap -= (ushort)size;
        var slots = Slots;
        slots[index..^1].CopyTo(slots[(index + 1)..]);
        slots[index] = new() { Head = key.Head, Offset = header.Heap, KeyLength = (ushort)key.Length, Tail = tail };
        key.Rest.CopyTo(bytes.AsSpan(header.Heap));
        value.CopyTo(bytes.AsSpan(header.Heap + key.Rest.Length));
    }

    public void Remove(int index)
    {
        ref var header = ref Header;
        header.Garbage += (ushort)CellSize(index);
        var slots = Slots;
        slots[(index + 1)..].CopyTo(slots[index..]);
        header.Count--;
    }

    /// <summary>Adds some entries of another node behind this one's.</summary>
    public void Append(Node other, int from, int to)
    {
        for (var i = from; i < to; i++) Insert(Count, other.KeyAt(i), other.ValueAt(i), other.Slots[i].Tail);
    }

    private int Compare(in Slot slot, Key key)
    {
        if (slot.Head != key.Head) return slot.Head < key.Head ? -1 : 1;
        var rest = bytes.AsSpan(slot.Offset, slot.RestLength).SequenceCompareTo(key.Rest);
        return rest != 0 ? rest : slot.KeyLength.CompareTo((ushort)key.Length);
    }

    /// <summary>Brings the free room together.</summary>
    private void Compact()
    {
        var copy = ArrayPool<byte>.Shared.Rent(bytes.Length);
        bytes.CopyTo(copy, 0);
        ref var header = ref Header;
        (header.Heap, header.Garbage) = ((ushort)bytes.Length, 0);
        for (var i = 0; i < header.Count; i++)
        {
            var size = CellSize(i);
            header.Heap -= (ushort)size;
            ref var slot = ref Slots[i];
            copy.AsSpan(slot.Offset, size).CopyTo(bytes.AsSpan(header.Heap));
            slot.Offset = header.Heap;
        }

        ArrayPool<byte>.Shared.Return(copy);
    }
}
