using System.Numerics;
using System.Runtime.InteropServices;

namespace Qiansi.BPlus.Pages;

/// <summary>CRC-32C (Castagnoli), which processors compute eight bytes at a time.</summary>
internal static class Checksum
{
    /// <summary>Goes on with a checksum.</summary>
    public static uint Add(uint checksum, ReadOnlySpan<byte> bytes)
    {
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes)) checksum = BitOperations.Crc32C(checksum, word);
        foreach (var single in bytes[(bytes.Length & ~7)..]) checksum = BitOperations.Crc32C(checksum, single);
        return checksum;
    }

    /// <summary>The checksum of a page, its own place left out.</summary>
    public static uint OfPage(ReadOnlySpan<byte> page) => Add(Add(~0u, page[..NodeHeader.ChecksumAt]), page[NodeHeader.Size..]);

    /// <summary>Writes number and checksum into a page that is about to be written.</summary>
    public static void Seal(Span<byte> page, uint id)
    {
        ref var header = ref MemoryMarshal.AsRef<NodeHeader>(page);
        header.Id = id;
        header.Checksum = OfPage(page);
    }

    /// <summary>Whether a page is what <see cref="Seal"/> left.</summary>
    public static bool Holds(ReadOnlySpan<byte> page, uint id)
    {
        ref readonly var header = ref MemoryMarshal.AsRef<NodeHeader>(page);
        return header.Id == id && header.Checksum == OfPage(page);
    }
}
