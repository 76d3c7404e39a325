using System.Runtime.InteropServices;

namespace Qiansi.BPlus.Storage;

/// <summary>What stands before each page of the log.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FrameHeader
{
    public const int Size = 32;

    public ulong Salt;

    /// <summary>The transaction's number; no attempt uses one again.</summary>
    public ulong Transaction;

    public uint Page;

    /// <summary>In a transaction's last frame: checksum of all its frames' checksums.</summary>
    public uint Digest;

    public uint Unused;

    /// <summary>Of this header and of the page's own checksum.</summary>
    public uint Checksum;
}
