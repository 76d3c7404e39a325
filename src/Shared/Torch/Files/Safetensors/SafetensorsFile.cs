using System.Buffers.Binary;
using Qiansi.Torch.Files.Elements;

namespace Qiansi.Torch.Files.Safetensors;

/// <summary>An open safetensors file: names, types and shapes are known, the numbers are read when asked for.</summary>
internal sealed class SafetensorsFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly long _dataStart;

    private SafetensorsFile(FileStream stream, long dataStart, List<SafetensorsEntry> entries, Dictionary<string, string> metadata)
    {
        (_stream, _dataStart) = (stream, dataStart);
        (Entries, Metadata) = (entries, metadata);
    }

    /// <summary>The tensors, in the header's order.</summary>
    public IReadOnlyList<SafetensorsEntry> Entries { get; }

    /// <summary>What the writer noted: <c>format</c>, and anything else.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="InvalidDataException">It is no whole safetensors file.</exception>
    public static SafetensorsFile Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        try
        {
            var place = new FilePlace(path, "header");
            Span<byte> prefix = stackalloc byte[8];
            if (stream.ReadAtLeast(prefix, 8, throwOnEndOfStream: false) < 8)
                throw place.Error($"a safetensors file begins with 8 bytes, this one has {stream.Length}");
            var bytes = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
            if (bytes > SafetensorsHeader.MaximumBytes || bytes > (ulong)stream.Length - 8)
                throw place.Error(
                    $"it claims {bytes} bytes, and {stream.Length - 8} follow (at most {SafetensorsHeader.MaximumBytes} are read): no "
                        + "safetensors file, or a cut-off one");
            var json = new byte[bytes];
            stream.ReadExactly(json);
            var dataStart = 8 + (long)bytes;
            var (entries, metadata) = SafetensorsHeader.Read(json, stream.Length - dataStart, path);
            return new SafetensorsFile(stream, dataStart, entries, metadata);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads a tensor's numbers.</summary>
    /// <param name="entry">Which.</param>
    /// <param name="destination">Room for its elements, widened (<see cref="FileTypes.Widened"/>).</param>
    public unsafe void Read(SafetensorsEntry entry, byte* destination)
    {
        _stream.Position = _dataStart + entry.Begin;
        ElementReader.Read(_stream, entry.Type, isBigEndian: !BitConverter.IsLittleEndian, destination,
            (entry.End - entry.Begin) / entry.Type.Size(), new FilePlace(_stream.Name, $"tensor '{entry.Name}'"));
    }

    /// <summary>
    /// Puts tensors in the order in which the format's own library writes them, widest elements first, then by name, so that each lies at a
    /// multiple of its elements' size.
    /// </summary>
    public static List<SafetensorsEntry> Arrange(IEnumerable<(string Name, FileType Type, long[] Shape)> tensors)
    {
        var entries = new List<SafetensorsEntry>();
        long end = 0;
        foreach (var (name, type, shape) in tensors.OrderByDescending(t => t.Type.Size()).ThenBy(t => t.Name, StringComparer.Ordinal))
        {
            var begin = end;
            end += shape.Aggregate(1L, (product, size) => product * size) * type.Size();
            entries.Add(new SafetensorsEntry(name, type, shape, begin, end));
        }

        return entries;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
