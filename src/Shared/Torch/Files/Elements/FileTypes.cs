namespace Qiansi.Torch.Files.Elements;

/// <summary>What there is to know about the elements of files.</summary>
internal static class FileTypes
{
    /// <summary>Bytes an element takes in the file.</summary>
    public static int Size(this FileType type) => type switch
    {
        FileType.Bool or FileType.UInt8 or FileType.Int8 => 1,
        FileType.Int16 or FileType.UInt16 or FileType.Float16 or FileType.BFloat16 => 2,
        FileType.Int32 or FileType.UInt32 or FileType.Float32 => 4,
        _ => 8,
    };

    /// <summary>The type of a tensor that holds every value: the integers that tensors do not have become the next wider one.</summary>
    public static FileType Widened(this FileType type) => type switch
    {
        FileType.UInt16 => FileType.Int32,
        FileType.UInt32 => FileType.Int64,
        _ => type,
    };
}
