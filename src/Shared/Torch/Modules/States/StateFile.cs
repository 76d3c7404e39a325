using System.Text;

namespace Qiansi.Torch.States;

/// <summary>
/// TorchSharp's format of a state: a count, then for each tensor its name, type, dimensions and elements. Integers are LEB128: seven bits a
/// byte, the lowest first.
/// </summary>
internal static class StateFile
{
    /// <summary>Reads a file of any of the formats a state comes in.</summary>
    public static Dictionary<string, Tensor> Open(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> start = stackalloc byte[9];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (length >= 2 && start[0] == 'P' && start[1] == 'K') return load_py(path);
        if (length == 9 && start[8] == '{') return load_safetensors(path);
        stream.Position = 0;
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        return Read(reader, path);
    }

    public static void Write(BinaryWriter writer, List<KeyValuePair<string, Tensor>> tensors)
    {
        Write(writer, tensors.Count);
        foreach (var (name, tensor) in tensors)
        {
            writer.Write(name);
            Write(writer, tensor);
        }
    }

    /// <summary>One tensor without a name.</summary>
    public static void Write(BinaryWriter writer, Tensor tensor)
    {
        Write(writer, (long)tensor.type);
        Write(writer, tensor.sizes.Length);
        foreach (var size in tensor.sizes) Write(writer, size);
        var whole = tensor.Contiguous();
        writer.Write(whole.bytes);
        GC.KeepAlive(whole);
    }

    public static Dictionary<string, Tensor> Read(BinaryReader reader, string place)
    {
        var tensors = new Dictionary<string, Tensor>();
        try
        {
            var count = Integer(reader, place);
            for (long i = 0; i < count; i++)
            {
                var name = reader.ReadString();
                tensors[name] = ReadOne(reader, name, place);
            }
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException(
                $"{place}: it ends in the middle of a state ({tensors.Count} tensors were read); it is cut off, or no file of Module.save");
        }
        return tensors;
    }

    /// <summary>One tensor without a name.</summary>
    public static Tensor ReadTensor(BinaryReader reader, string place)
    {
        try
        {
            return ReadOne(reader, "", place);
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException($"{place}: it ends in the middle of a tensor; it is cut off, or no file of Tensor.save");
        }
    }

    private static Tensor ReadOne(BinaryReader reader, string name, string place)
    {
        var type = (ScalarType)Integer(reader, place);
        if (!Enum.IsDefined(type))
            throw new InvalidDataException($"{place}: tensor '{name}' has the element type {(int)type}, which is not known");
        var dimensions = Integer(reader, place);
        if (dimensions > 64) throw new InvalidDataException($"{place}: tensor '{name}' is said to have {dimensions} dimensions");
        var sizes = new long[dimensions];
        for (var d = 0; d < dimensions; d++) sizes[d] = Integer(reader, place);
        CheckSize(reader, sizes, type, name, place);
        var tensor = Tensor.Empty(sizes, type);
        reader.BaseStream.ReadExactly(tensor.bytes);
        return tensor;
    }

    private static void CheckSize(BinaryReader reader, long[] sizes, ScalarType type, string name, string place)
    {
        Int128 bytes = type.ElementSize();
        foreach (var size in sizes) bytes *= size;
        var left = reader.BaseStream.CanSeek ? reader.BaseStream.Length - reader.BaseStream.Position : int.MaxValue;
        if (bytes > left)
            throw new InvalidDataException(
                $"{place}: tensor '{name}' of shape {Shape.Text(sizes)} takes {bytes} bytes, and {left} are left; it is cut off, or no "
                    + "file of Module.save");
    }

    private static void Write(BinaryWriter writer, long value)
    {
        for (; value >= 0x80; value >>= 7) writer.Write((byte)(value | 0x80));
        writer.Write((byte)value);
    }

    private static long Integer(BinaryReader reader, string place)
    {
        long value = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var part = reader.ReadByte();
            value |= (long)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
        throw new InvalidDataException($"{place}: an integer is too long; it is no file of Module.save");
    }
}
