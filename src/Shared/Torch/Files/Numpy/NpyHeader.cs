using System.Buffers.Binary;
using System.Text;
using Qiansi.Torch.Files.Elements;

namespace Qiansi.Torch.Files.Numpy;

/// <summary>The header of a <c>.npy</c> file, versions 1 to 3 of numpy's format.</summary>
/// <param name="Type">The elements.</param>
/// <param name="IsBigEndian">Whether their high byte comes first.</param>
/// <param name="IsFortranOrder">Whether the first dimension runs fastest.</param>
/// <param name="Shape">The shape.</param>
/// <param name="Bytes">How long the header is: where the data begins.</param>
internal sealed record NpyHeader(FileType Type, bool IsBigEndian, bool IsFortranOrder, long[] Shape, int Bytes)
{
    private const int MaximumBytes = 1 << 20;

    private static readonly Dictionary<string, FileType> Types = new()
    {
        ["b1"] = FileType.Bool,
        ["u1"] = FileType.UInt8,
        ["i1"] = FileType.Int8,
        ["i2"] = FileType.Int16,
        ["u2"] = FileType.UInt16,
        ["i4"] = FileType.Int32,
        ["u4"] = FileType.UInt32,
        ["i8"] = FileType.Int64,
        ["f2"] = FileType.Float16,
        ["f4"] = FileType.Float32,
        ["f8"] = FileType.Float64,
    };

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads a header; the data comes next in the stream.</summary>
    /// <exception cref="InvalidDataException">It says what is wrong.</exception>
    public static NpyHeader Read(Stream stream, string file, string within = "")
    {
        var place = new FilePlace(file, within.Length > 0 ? $"array '{within}'" : "header");
        var start = ReadBytes(stream, 8, place);
        if (!start.AsSpan().StartsWith(Magic)) throw place.Error("it does not begin with \\x93NUMPY: no .npy file");
        var (major, minor) = (start[6], start[7]);
        if (major is < 1 or > 3) throw place.Error($"version {major}.{minor} of the .npy format; 1 to 3 are read");
        var lengthBytes = ReadBytes(stream, major == 1 ? 2 : 4, place);
        var length = major == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(lengthBytes) : BinaryPrimitives.ReadUInt32LittleEndian(lengthBytes);
        if (length > MaximumBytes) throw place.Error($"the header claims {length} bytes; at most {MaximumBytes} are read");
        var text = (major == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(ReadBytes(stream, (int)length, place));
        return Parse(text, 8 + lengthBytes.Length + (int)length, place);
    }

    /// <summary>
    /// Writes a header of version 1 (2 where the shape is too long for that), padded to a multiple of 64 bytes as numpy does.
    /// </summary>
    public static byte[] Write(FileType type, ReadOnlySpan<long> shape)
    {
        var name = Types.FirstOrDefault(t => t.Value == type).Key
            ?? throw new ArgumentException($"save_npy: numpy has no {type}; convert the tensor first, e.g. .to(float32)");
        var descr = (type.Size() == 1 ? "|" : "<") + name;
        var sizes = string.Join(", ", shape.ToArray()) + (shape.Length == 1 ? "," : "");
        var text = $"{{'descr': '{descr}', 'fortran_order': False, 'shape': ({sizes}), }}";
        var prefix = text.Length + 1 + 10 + 63 > ushort.MaxValue ? 12 : 10;
        text = text.PadRight((prefix + text.Length + 1 + 63) / 64 * 64 - prefix - 1) + "\n";
        var header = new byte[prefix + text.Length];
        Magic.CopyTo(header);
        header[6] = prefix == 10 ? (byte)1 : (byte)2;
        if (prefix == 10) BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)text.Length);
        else BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), (uint)text.Length);
        Encoding.ASCII.GetBytes(text, header.AsSpan(prefix));
        return header;
    }

    private static NpyHeader Parse(string text, int bytes, FilePlace place)
    {
        var fields = new PythonLiteral(text, place).ReadDictionary();
        foreach (var key in (string[])["descr", "fortran_order", "shape"])
            if (!fields.ContainsKey(key)) throw place.Error($"the header has no '{key}'");
        if (fields["descr"] is not string descr)
            throw place.Error("its elements are records of several fields (a structured array), which no tensor holds");
        if (fields["fortran_order"] is not bool isFortranOrder) throw place.Error("'fortran_order' is neither True nor False");
        if (fields["shape"] is not object[] sizes || !sizes.All(s => s is long)) throw place.Error("'shape' is not a tuple of integers");
        if (descr.Length < 2 || !"<>|=".Contains(descr[0]) || !Types.TryGetValue(descr[1..], out var type))
            throw place.Error(
                $"elements of numpy's type '{descr}'{(descr.Contains('O') ? " (Python objects)" : "")} cannot be read; those that can "
                    + $"are {string.Join(", ", Types.Keys)}");
        return new NpyHeader(type, descr[0] == '>', isFortranOrder, [.. sizes.Cast<long>()], bytes);
    }

    private static byte[] ReadBytes(Stream stream, int count, FilePlace place)
    {
        var bytes = new byte[count];
        var read = ElementReader.ReadUpTo(stream, bytes, place);
        return read == count ? bytes : throw place.Error($"the file ends within its header (after {read} of the next {count} bytes)");
    }
}
