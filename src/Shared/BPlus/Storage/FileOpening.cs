using System.Numerics;
using System.Runtime.InteropServices;
using Qiansi.BPlus.Pages;

namespace Qiansi.BPlus.Storage;

/// <summary>What a file has to be before it is read.</summary>
internal static class FileOpening
{
    public const int UsualPageSize = 4096;

    private const int LeastPageSize = 128;
    private const int LargestPageSize = 32768;

    /// <summary>The page size that the files have; null when there is nothing in them.</summary>
    /// <exception cref="BPlusFileException">The file is no B+ tree, or was made with pages of another size.</exception>
    /// <exception cref="ArgumentException">The size asked for is none.</exception>
    public static int? FindPageSize(IStorage storage, BPlusOptions options)
    {
        if (options.PageSize is { } size && !IsSize(size))
            throw new ArgumentException($"PageSize {size}: pages have 128, 256, … or 32,768 bytes.", nameof(options));
        if (options.PoolPages < 64)
            throw new ArgumentException($"PoolPages {options.PoolPages}: the pool needs 64 pages at least.", nameof(options));
        // Of a log that is there, since a crash may have torn page 0 of the file.
        var header = ReadHeader(storage);
        var found = (int?)(WriteAheadLog.ReadHeader(storage.Log)?.PageSize ?? header?.PageSize);
        if (found is { } inFile && !IsSize(inFile))
            throw new BPlusFileException($"{storage.Name}: page 0 is damaged: it says that pages have {inFile} bytes.");
        if (found is not null && options.PageSize is { } asked && found != asked)
            throw new BPlusFileException(
                $"{storage.Name} has pages of {found} bytes, not of {asked}. Leave PageSize out, and the file's is taken.");
        CheckOrder(options, found ?? options.PageSize ?? UsualPageSize);
        return found;
    }

    private static void CheckOrder(BPlusOptions options, int pageSize)
    {
        if (options.Order < 3) throw new ArgumentException($"Order {options.Order}: a node has at least 3 children.", nameof(options));
        if ((pageSize - NodeHeader.Size) / options.Order < Slot.Size + Key.HeadSize)
            throw new ArgumentException(
                $"Order {options.Order} with pages of {pageSize} bytes: so many entries do not fit. Take larger pages.", nameof(options));
    }

    /// <summary>Checks page 0.</summary>
    /// <param name="storage">The files.</param>
    /// <param name="page">Page 0, from the log if it is there.</param>
    /// <param name="logOwner">The file that the log belongs to, when something was found in it.</param>
    public static void Check(IStorage storage, ReadOnlySpan<byte> page, ulong? logOwner)
    {
        var header = MemoryMarshal.Read<FileHeader>(page);
        if (!Checksum.Holds(page, 0))
            throw new BPlusFileException($"{storage.Name}: page 0 is damaged: its checksum does not fit its contents.");
        if (header.Version != FileHeader.RightVersion)
            throw new BPlusFileException(
                $"{storage.Name} has version {header.Version} of the format; this library reads version {FileHeader.RightVersion}.");
        if (logOwner is not null && ReadHeader(storage) is { } inFile && inFile.FileId != logOwner)
            throw new BPlusFileException(
                $"{storage.Name}: the log beside it ({Path.GetFileName(storage.Name)}.wal) belongs to another tree. Put the right " +
                "one back, or move it away to open the file without it.");
    }

    private static bool IsSize(int size) => size is >= LeastPageSize and <= LargestPageSize && BitOperations.IsPow2(size);

    /// <summary>The beginning of page 0 as it stands in the file; null when that is empty.</summary>
    private static FileHeader? ReadHeader(IStorage storage)
    {
        Span<byte> bytes = stackalloc byte[FileHeader.Size];
        var count = storage.Data.Read(0, bytes);
        if (count == 0) return null;
        var header = MemoryMarshal.Read<FileHeader>(bytes);
        if (count < bytes.Length || header.Magic != FileHeader.RightMagic)
        {
            // A torn first checkpoint is whole in the log.
            if (WriteAheadLog.ReadHeader(storage.Log) is not null) return null;
            throw new BPlusFileException(
                $"{storage.Name} is no B+ tree: it begins with {Convert.ToHexString(bytes[..Math.Min(count, 8)])}, not with \"QSBPLUS\".");
        }

        return header;
    }
}
