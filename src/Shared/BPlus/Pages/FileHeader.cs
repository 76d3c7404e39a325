using System.Runtime.InteropServices;

namespace Qiansi.BPlus.Pages;

/// <summary>Page 0. All numbers of a file are little-endian.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FileHeader
{
    /// <summary>"QSBPLUS" and a zero.</summary>
    public const ulong RightMagic = 0x0053_554C_5042_5351;

    public const uint RightVersion = 1;

    public const int Size = 72;

    public ulong Magic;
    public uint Version;
    public uint PageSize;
    public uint Id;
    public uint Checksum;

    /// <summary>Drawn when the file is made; its log has the same.</summary>
    public ulong FileId;

    public byte KeyKind;
    public byte ValueKind;

    /// <summary>Most children of a node, or 0 where only bytes count.</summary>
    public ushort Order;

    public uint Root;

    /// <summary>Levels, the leaves' included.</summary>
    public uint Height;

    /// <summary>Pages in use or free, this one included.</summary>
    public uint PageCount;

    /// <summary>First of the free pages, or 0.</summary>
    public uint FreeHead;

    public uint FreeCount;
    public long Entries;

    /// <summary>Number of the transaction that wrote this.</summary>
    public ulong Transaction;
}
