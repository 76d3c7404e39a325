using System.Buffers.Binary;

namespace Qiansi.BPlus.Pages;

/// <summary>A key as nodes keep and compare it: byte by byte, a prefix before what it begins.</summary>
internal readonly ref struct Key
{
    public const int HeadSize = 8;

    public readonly ulong Head;
    public readonly ReadOnlySpan<byte> Rest;
    public readonly int Length;

    public Key(ulong head, ReadOnlySpan<byte> rest, int length)
    {
        Head = head;
        Rest = rest;
        Length = length;
    }

    public Key(ReadOnlySpan<byte> bytes)
    {
        Length = bytes.Length;
        if (Length >= HeadSize)
        {
            Head = BinaryPrimitives.ReadUInt64BigEndian(bytes);
            Rest = bytes[HeadSize..];
            return;
        }

        Span<byte> padded = stackalloc byte[HeadSize];
        padded.Clear();
        bytes.CopyTo(padded);
        Head = BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    /// <summary>The key's bytes.</summary>
    /// <param name="to">Room for <see cref="Length"/> bytes, and for eight at least.</param>
    public ReadOnlySpan<byte> Bytes(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt64BigEndian(to, Head);
        Rest.CopyTo(to[HeadSize..]);
        return to[..Length];
    }

    public byte[] ToArray() => Bytes(new byte[Math.Max(Length, HeadSize)]).ToArray();

    /// <summary>A copy that does not change with the page it was read from.</summary>
    public Key Copy() => new(Head, Rest.IsEmpty ? default : Rest.ToArray(), Length);

    public int CompareTo(Key other)
    {
        if (Head != other.Head) return Head < other.Head ? -1 : 1;
        var rest = Rest.SequenceCompareTo(other.Rest);
        // Zeros at the end of a head may be the key's own.
        return rest != 0 ? rest : Length.CompareTo(other.Length);
    }
}
