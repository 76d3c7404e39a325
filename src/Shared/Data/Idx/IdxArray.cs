using System.Buffers.Binary;
using System.IO.Compression;

namespace Qiansi.Data.Idx;

/// <summary>
/// An array in the IDX format, the one of MNIST: two zero bytes, the element type, the number of dimensions, the sizes, the elements, all
/// with the high byte first.
/// </summary>
public sealed class IdxArray
{
    private IdxArray(IdxType type, int[] shape, byte[] bytes) => (Type, Shape, Bytes) = (type, shape, bytes);

    /// <summary>The elements' type.</summary>
    public IdxType Type { get; }

    /// <summary>The size of each dimension, 1 to 255 of them.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The elements as the file has them, row-major, high byte first.</summary>
    public byte[] Bytes { get; }

    /// <summary>The number of elements.</summary>
    public int Count => Bytes.Length / SizeOf(Type);

    /// <summary>An element as a number.</summary>
    /// <param name="index">Its place in row-major order.</param>
    public double this[int index]
    {
        get
        {
            var size = SizeOf(Type);
            var bytes = Bytes.AsSpan(index * size, size);
            return Type switch
            {
                IdxType.UInt8 => bytes[0],
                IdxType.Int8 => (sbyte)bytes[0],
                IdxType.Int16 => BinaryPrimitives.ReadInt16BigEndian(bytes),
                IdxType.Int32 => BinaryPrimitives.ReadInt32BigEndian(bytes),
                IdxType.Float32 => BinaryPrimitives.ReadSingleBigEndian(bytes),
                _ => BinaryPrimitives.ReadDoubleBigEndian(bytes),
            };
        }
    }

    /// <summary>Reads a file, packed by gzip or not.</summary>
    /// <exception cref="InvalidDataException">It is no whole IDX file; the message names the file and what is wrong.</exception>
    public static IdxArray Read(string path)
    {
        using var file = File.OpenRead(path);
        var isPacked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        using Stream stream = isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
        try
        {
            return Read(stream, path, isPacked ? null : file.Length);
        }
        catch (InvalidDataException e) when (!e.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path}: the gzip data is damaged ({e.Message})", e);
        }
    }

    private static IdxArray Read(Stream stream, string path, long? length)
    {
        Span<byte> start = stackalloc byte[4];
        if (stream.ReadAtLeast(start, 4, throwOnEndOfStream: false) < 4)
            throw new InvalidDataException($"{path}: an IDX file begins with 4 bytes, and this one ends before");
        if (start[0] != 0 || start[1] != 0 || !Enum.IsDefined((IdxType)start[2]) || start[3] == 0)
            throw new InvalidDataException(
                $"{path}: no IDX file: it begins with {Convert.ToHexString(start)}, not 0000, a type (08, 09, 0B to 0E) and the number "
                    + "of dimensions");
        var type = (IdxType)start[2];
        var header = new byte[4 * start[3]];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            throw new InvalidDataException($"{path}: the file ends within its {start[3]} sizes");
        var shape = new int[start[3]];
        var bytes = (UInt128)SizeOf(type);
        for (var i = 0; i < shape.Length; i++)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 * i));
            bytes = UInt128.Min(bytes * size, ulong.MaxValue);
            shape[i] = (int)Math.Min(size, int.MaxValue);
        }

        var sizes = string.Join("×", shape);
        if (bytes > (UInt128)Array.MaxLength)
            throw new InvalidDataException($"{path}: {sizes} elements of {type} are more than one array holds ({Array.MaxLength} bytes)");
        if (length is { } all && (UInt128)(all - 4 - header.Length) != bytes)
            throw new InvalidDataException(
                $"{path}: {sizes} elements of {type} take {bytes} bytes, and {all - 4 - header.Length} follow the header");
        return new IdxArray(type, shape, ReadElements(stream, (int)bytes, path));
    }

    /// <summary>Reads block by block: what a packed file claims is believed only as far as it delivers.</summary>
    private static byte[] ReadElements(Stream stream, int count, string path)
    {
        const int Block = 1 << 20;
        var bytes = new byte[Math.Min(count, Block)];
        for (var done = 0; ;)
        {
            var read = stream.ReadAtLeast(bytes.AsSpan(done), bytes.Length - done, throwOnEndOfStream: false);
            done += read;
            if (done < bytes.Length) throw new InvalidDataException($"{path}: the data ends after {done} of {count} bytes");
            if (done == count) break;
            Array.Resize(ref bytes, (int)Math.Min(count, 2L * bytes.Length));
        }

        if (stream.ReadByte() >= 0) throw new InvalidDataException($"{path}: more data follows after its {count} bytes");
        return bytes;
    }

    private static int SizeOf(IdxType type) => type switch
    {
        IdxType.UInt8 or IdxType.Int8 => 1,
        IdxType.Int16 => 2,
        IdxType.Float64 => 8,
        _ => 4,
    };
}
