using System.IO.Compression;

namespace Qiansi.Torch.Files.Elements;

/// <summary>
/// An open zip archive whose directory is checked: names lead nowhere outside, none comes twice, and no entry claims more than its bytes
/// can unpack to.
/// </summary>
internal sealed class ZipFileReader : IDisposable
{
    /// <summary>Deflate makes at most 1,032 bytes of one.</summary>
    private const long MaximumRatio = 1032;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = [];

    /// <summary>Opens an archive.</summary>
    /// <exception cref="InvalidDataException">It is no archive, or a hostile one.</exception>
    public ZipFileReader(string path)
    {
        Path = path;
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        try
        {
            _archive = new ZipArchive(stream, ZipArchiveMode.Read);
            foreach (var entry in _archive.Entries) Add(entry, stream.Length);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or IOException
            && !e.Message.StartsWith(path, StringComparison.Ordinal))
        {
            stream.Dispose();
            throw new FilePlace(path, "archive").Error($"not a whole zip archive ({e.Message})", e);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The archive's path.</summary>
    public string Path { get; }

    /// <summary>The names of the entries.</summary>
    public IEnumerable<string> Names => _entries.Keys;

    /// <summary>How many bytes an entry unpacks to, or null if there is none of that name.</summary>
    public long? Length(string name) => _entries.TryGetValue(name, out var entry) ? entry.Length : null;

    /// <summary>Opens an entry.</summary>
    public Stream Open(string name)
    {
        try
        {
            return _entries[name].Open();
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new FilePlace(Path, $"entry '{name}'").Error(e.Message, e);
        }
    }

    /// <summary>The bytes of a small entry.</summary>
    /// <exception cref="InvalidDataException">It is larger, or damaged.</exception>
    public byte[] ReadAll(string name, long maximum)
    {
        var place = new FilePlace(Path, $"entry '{name}'");
        if (_entries[name].Length > maximum) throw place.Error($"{_entries[name].Length} bytes, and at most {maximum} are read");
        var bytes = new byte[_entries[name].Length];
        using var stream = Open(name);
        unsafe
        {
            fixed (byte* pointer = bytes) ElementReader.Read(stream, FileType.UInt8, false, pointer, bytes.Length, place);
        }

        return bytes;
    }

    /// <summary>Why a name is refused, or null.</summary>
    public static string? Refusal(string name) =>
        name.Length == 0 ? "it is empty"
        : name[0] is '/' or '\\' || name.Contains(':') ? "it begins at a root"
        : name.Split('/', '\\').Any(part => part is "..") ? "it leads out of the archive"
        : name.Any(char.IsControl) ? "it has control characters" : null;

    private void Add(ZipArchiveEntry entry, long fileLength)
    {
        var place = new FilePlace(Path, $"entry '{new string([.. entry.FullName.Select(c => char.IsControl(c) ? '?' : c)])}'");
        if (Refusal(entry.FullName) is { } reason) throw place.Error($"the name is refused: {reason}");
        if (entry.CompressedLength > fileLength) throw place.Error($"{entry.CompressedLength} packed bytes in a file of {fileLength}");
        if (entry.Length > MaximumRatio * Math.Max(1, entry.CompressedLength))
            throw place.Error($"{entry.CompressedLength} bytes cannot unpack to {entry.Length}");
        if (!_entries.TryAdd(entry.FullName, entry)) throw place.Error("the name comes twice");
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();
}
