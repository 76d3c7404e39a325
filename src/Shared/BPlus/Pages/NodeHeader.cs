using System.Runtime.InteropServices;

namespace Qiansi.BPlus.Pages;

/// <summary>
/// The first 24 bytes of each page but the file's header, which has <see cref="Id"/> and <see cref="Checksum"/> at the same places.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NodeHeader
{
    public const int Size = 24;
    public const int ChecksumAt = 20;

    public PageKind Kind;

    /// <summary>Steps above the leaves.</summary>
    public byte Level;

    public ushort Count;

    /// <summary>Where the cells begin; they grow from the page's end towards the slots.</summary>
    public ushort Heap;

    /// <summary>Bytes among the cells that belong to none.</summary>
    public ushort Garbage;

    /// <summary>An inner node's child left of its first key; a leaf's neighbour to the left, or 0.</summary>
    public uint First;

    /// <summary>A leaf's neighbour to the right, or a free page's successor in the list of free pages; 0 for none.</summary>
    public uint Next;

    public uint Id;

    public uint Checksum;
}
