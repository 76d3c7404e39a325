using Qiansi.Torch.Files.Elements;

namespace Qiansi.Torch.Files.Numpy;

/// <summary>Reads one array in numpy's <c>.npy</c> format.</summary>
internal static class NpyReader
{
    /// <summary>Reads the header; the array's numbers follow in the same stream.</summary>
    /// <param name="stream">At the array's first byte.</param>
    /// <param name="bytes">How many bytes the array has, header included.</param>
    /// <param name="file">For errors.</param>
    /// <param name="within">The array's name in an archive.</param>
    /// <exception cref="InvalidDataException">Header and length do not belong together, or it is no such array.</exception>
    public static unsafe ArraySource Open(Stream stream, long bytes, string file, string within = "")
    {
        var header = NpyHeader.Read(stream, file, within);
        var place = new FilePlace(file, within.Length > 0 ? $"array '{within}'" : "data");
        var expected = ArrayLayout.Count(header.Shape, header.Type, place) * header.Type.Size();
        if (bytes - header.Bytes != expected)
            throw place.Error(
                $"shape [{string.Join(", ", header.Shape)}] of {header.Type} takes {expected} bytes, and {bytes - header.Bytes} follow "
                    + "the header");
        var strides = header.IsFortranOrder ? ArrayLayout.ColumnMajor(header.Shape) : ArrayLayout.RowMajor(header.Shape);
        return new ArraySource(header.Type, header.Shape,
            destination => ArraySource.ReadStrided(stream, header.Type, header.IsBigEndian, header.Shape, strides, destination, place));
    }
}
