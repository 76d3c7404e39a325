using System.Runtime.InteropServices;
using Qiansi.Torch.Files.Elements;
using Qiansi.Torch.Files.Numpy;
using Qiansi.Torch.Files.Pickle;
using Qiansi.Torch.Files.Safetensors;

namespace Qiansi.Torch.Tests.Files;

/// <summary>An array that was read: its type in the file, its shape, and its elements as float64.</summary>
internal sealed record ArrayValues(FileType Type, long[] Shape, double[] Values)
{
    /// <summary>Reads every array of a file, by its extension.</summary>
    public static Dictionary<string, ArrayValues> ReadAll(string path)
    {
        switch (Path.GetExtension(path))
        {
            case ".npy":
                using (var stream = File.OpenRead(path)) return new() { [""] = Read(NpyReader.Open(stream, stream.Length, path)) };
            case ".npz":
                using (var file = new NpzFile(path)) return file.Names.ToDictionary(n => n, n => file.Read(n, Read));
            case ".safetensors":
                using (var file = SafetensorsFile.Open(path))
                    return file.Entries.ToDictionary(e => e.Name, e => Read(new ArraySource(e.Type, e.Shape, Reader(file, e))));
            default:
                using (var file = PyTorchFile.Open(path))
                    return Tensors("", file.Value).ToDictionary(t => t.Name, t => file.Read(t.Tensor, t.Name, Read));
        }
    }

    /// <summary>The tensors in dictionaries in dictionaries, their names joined by dots.</summary>
    private static IEnumerable<(string Name, StoredTensor Tensor)> Tensors(string name, object? value) => value switch
    {
        StoredTensor tensor => [(name, tensor)],
        Dictionary<object, object?> dictionary =>
            dictionary.SelectMany(p => Tensors(name.Length > 0 ? $"{name}.{p.Key}" : $"{p.Key}", p.Value)),
        _ => [],
    };

    private static unsafe ArraySource.Reader Reader(SafetensorsFile file, SafetensorsEntry entry) =>
        destination => file.Read(entry, destination);

    private static unsafe ArrayValues Read(ArraySource source)
    {
        var count = source.Shape.Aggregate(1L, (a, b) => a * b);
        var bytes = new byte[count * source.Type.Widened().Size()];
        fixed (byte* pointer = bytes) source.Read(pointer);
        double[] values = source.Type.Widened() switch
        {
            FileType.Bool or FileType.UInt8 => [.. bytes.Select(b => (double)b)],
            FileType.Int8 => [.. bytes.Select(b => (double)(sbyte)b)],
            FileType.Int16 => [.. MemoryMarshal.Cast<byte, short>(bytes).ToArray().Select(v => (double)v)],
            FileType.Int32 => [.. MemoryMarshal.Cast<byte, int>(bytes).ToArray().Select(v => (double)v)],
            FileType.Int64 => [.. MemoryMarshal.Cast<byte, long>(bytes).ToArray().Select(v => (double)v)],
            FileType.Float16 => [.. MemoryMarshal.Cast<byte, Half>(bytes).ToArray().Select(v => (double)v)],
            FileType.BFloat16 =>
                [.. MemoryMarshal.Cast<byte, ushort>(bytes).ToArray().Select(v => (double)BitConverter.UInt32BitsToSingle((uint)v << 16))],
            FileType.Float32 => [.. MemoryMarshal.Cast<byte, float>(bytes).ToArray().Select(v => (double)v)],
            _ => MemoryMarshal.Cast<byte, double>(bytes).ToArray(),
        };
        return new ArrayValues(source.Type, source.Shape, values);
    }
}
