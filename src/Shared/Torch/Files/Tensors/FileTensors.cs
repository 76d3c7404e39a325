using Qiansi.Torch.Files.Elements;

namespace Qiansi.Torch.Files.Tensors;

/// <summary>Arrays of files as tensors, and back.</summary>
internal static unsafe class FileTensors
{
    /// <summary>The tensor's type for elements of a file: integers that tensors do not have become the next wider type.</summary>
    public static ScalarType ToScalarType(FileType type) => type.Widened() switch
    {
        FileType.Bool => ScalarType.Bool,
        FileType.UInt8 => ScalarType.Byte,
        FileType.Int8 => ScalarType.Int8,
        FileType.Int16 => ScalarType.Int16,
        FileType.Int32 => ScalarType.Int32,
        FileType.Int64 => ScalarType.Int64,
        FileType.Float16 => ScalarType.Float16,
        FileType.BFloat16 => ScalarType.BFloat16,
        FileType.Float32 => ScalarType.Float32,
        _ => ScalarType.Float64,
    };

    /// <summary>A file's type for elements of a tensor.</summary>
    public static FileType ToFileType(ScalarType type) => type switch
    {
        ScalarType.Bool => FileType.Bool,
        ScalarType.Byte => FileType.UInt8,
        ScalarType.Int8 => FileType.Int8,
        ScalarType.Int16 => FileType.Int16,
        ScalarType.Int32 => FileType.Int32,
        ScalarType.Int64 => FileType.Int64,
        ScalarType.Float16 => FileType.Float16,
        ScalarType.BFloat16 => FileType.BFloat16,
        ScalarType.Float32 => FileType.Float32,
        _ => FileType.Float64,
    };

    /// <summary>Reads an array into a new tensor.</summary>
    public static Tensor Read(ArraySource source)
    {
        var tensor = Tensor.Empty((long[])source.Shape.Clone(), ToScalarType(source.Type));
        if (tensor.numel() > 0) source.Read(tensor.Data);
        GC.KeepAlive(tensor);
        return tensor;
    }

    /// <summary>Writes a tensor's elements in row-major order.</summary>
    public static void Write(Stream stream, Tensor tensor)
    {
        using var _ = no_grad();
        var lies = tensor.is_contiguous() ? tensor : tensor.contiguous();
        FileOutput.Write(stream, lies.numel() > 0 ? lies.Data : null, lies.numel() * lies.ElementSize);
        GC.KeepAlive(lies);
    }
}
