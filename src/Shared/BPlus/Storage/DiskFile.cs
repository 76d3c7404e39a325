using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Qiansi.BPlus.Storage;

/// <summary>A file on a disk.</summary>
internal sealed partial class DiskFile(SafeFileHandle handle) : IFile
{
    public long Length => RandomAccess.GetLength(handle);

    public int Read(long offset, Span<byte> to)
    {
        var count = 0;
        while (count < to.Length && RandomAccess.Read(handle, to[count..], offset + count) is var read and > 0) count += read;
        return count;
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes) => RandomAccess.Write(handle, bytes, offset);

    public void Sync()
    {
        // Linux need not write times of a file whose length stays.
        if (!OperatingSystem.IsLinux()) RandomAccess.FlushToDisk(handle);
        else if (SyncData(handle) != 0) throw new IOException($"The file could not be synced: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    public void Dispose() => handle.Dispose();

    /// <summary>Returns when a folder's list of files has reached the disk.</summary>
    /// <remarks>Windows has no such call, and needs none.</remarks>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        const int readOnly = 0;
        using var opened = new SafeFileHandle(Open(folder, readOnly), ownsHandle: true);
        if (opened.IsInvalid || SyncAll(opened) != 0)
            throw new IOException($"The folder {folder} could not be synced: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int SyncData(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int SyncAll(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
