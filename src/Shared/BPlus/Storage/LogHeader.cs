using System.Runtime.InteropServices;

namespace Qiansi.BPlus.Storage;

/// <summary>The log's beginning; the rest of its first page is empty.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LogHeader
{
    /// <summary>"QSBPLOG" and a zero.</summary>
    public const ulong RightMagic = 0x0047_4F4C_5042_5351;

    public const int Size = 40;

    public ulong Magic;
    public uint Version;
    public uint PageSize;
    public ulong FileId;

    /// <summary>Drawn anew each time the log begins anew: frames of before have another.</summary>
    public ulong Salt;

    public uint Unused;
    public uint Checksum;
}
