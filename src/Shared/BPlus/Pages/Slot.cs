using System.Runtime.InteropServices;

namespace Qiansi.BPlus.Pages;

/// <summary>Sixteen bytes of a node that stand for an entry: what decides nearly every comparison, and where the rest is.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Slot
{
    public const int Size = 16;

    /// <summary>The key's first eight bytes as a number, so that order of numbers is order of keys; short keys end in zeros.</summary>
    public ulong Head;

    /// <summary>Where the cell is: the key's bytes after the eighth, then a leaf's value.</summary>
    public ushort Offset;

    /// <summary>Bytes of the whole key.</summary>
    public ushort KeyLength;

    /// <summary>Bytes of a leaf's value; an inner node's child right of the key.</summary>
    public uint Tail;

    public readonly int RestLength => Math.Max(0, KeyLength - Key.HeadSize);
}
