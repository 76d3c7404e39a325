using System.Globalization;
using System.Runtime.InteropServices;

namespace Qiansi.Server.Contents;

/// <summary>What the operating system knows of a file that .NET has no method for.</summary>
internal static class FileFacts
{
    private const int Writable = 2;
    private const int AtWorkingDirectory = -100;
    private const uint TypeOnly = 1;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;
    private const int Folder = 0x4000;

    /// <summary>Whether this process may write to it.</summary>
    public static bool IsWritable(string path) =>
        OperatingSystem.IsWindows() ? !File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly) : access(path, Writable) == 0;

    /// <summary>Whether it is a file or a folder, and not a pipe, socket or device, which would keep its reader waiting.</summary>
    public static bool IsOrdinary(string path)
    {
        if (!OperatingSystem.IsLinux()) return true;
        Span<byte> buffer = stackalloc byte[256];
        if (statx(AtWorkingDirectory, path, 0, TypeOnly, ref MemoryMarshal.GetReference(buffer)) != 0) return true;
        return (MemoryMarshal.Read<ushort>(buffer[ModeOffset..]) & TypeMask) is Regular or Folder;
    }

    /// <summary>A mark that changes with every save: time and size. As an entity tag of HTTP.</summary>
    public static string Tag(FileSystemInfo info) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{info.LastWriteTimeUtc.Ticks:x}-{(info as FileInfo)?.Length ?? 0:x}\"");

    /// <summary>The hash by which front ends tell whether a file is the one that they know: SHA-256, in hex.</summary>
    public static string Hash(byte[] content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));

    [DllImport("libc", SetLastError = true)]
    private static extern int access([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int mode);

    [DllImport("libc", SetLastError = true)]
    private static extern int statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, ref byte buffer);
}
