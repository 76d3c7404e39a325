using System.Buffers.Binary;
using System.Text;

namespace Qiansi.Drawing.Png;

/// <summary>The chunks a PNG file is made of: length, type, data, checksum.</summary>
internal static class PngChunk
{
    private static readonly uint[] Table = [
        .. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c >> 1) ^ ((c & 1) * 0xEDB88320)))];

    /// <summary>The eight bytes every file begins with.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Takes the next chunk off the rest of a file.</summary>
    /// <exception cref="InvalidDataException">It is cut off, or its checksum does not fit.</exception>
    public static ReadOnlySpan<byte> Read(ref ReadOnlySpan<byte> rest, out string type)
    {
        if (rest.Length < 12) throw new InvalidDataException("the file ends before its IEND chunk");
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - 12) throw new InvalidDataException($"a chunk of {length} bytes reaches beyond the file's end");
        type = Encoding.ASCII.GetString(rest.Slice(4, 4));
        var data = rest.Slice(8, (int)length);
        if (Crc32(rest.Slice(4, (int)length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(rest[((int)length + 8)..]))
            throw new InvalidDataException($"chunk {type} has a wrong checksum");
        rest = rest[((int)length + 12)..];
        return data;
    }

    /// <summary>Writes a chunk.</summary>
    public static void Write(Stream stream, string type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Crc32(chunk.AsSpan(4, data.Length + 4)));
        stream.Write(chunk);
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes) crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }
}
