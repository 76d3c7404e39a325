namespace Qiansi.Torch.Files.Elements;

/// <summary>An array in an open file.</summary>
/// <param name="Type">Its elements in the file; in memory they are <see cref="FileTypes.Widened"/>.</param>
/// <param name="Shape">Its shape; <see cref="Read"/> fills it row-major.</param>
/// <param name="Read">Reads all elements.</param>
internal sealed record ArraySource(FileType Type, long[] Shape, ArraySource.Reader Read)
{
    /// <summary>Reads all elements into memory.</summary>
    public unsafe delegate void Reader(byte* destination);

    /// <summary>Reads elements that lie in the file with strides: as they lie, then to their places.</summary>
    /// <param name="source">Where the first element comes next.</param>
    /// <param name="type">The elements' type in the file.</param>
    /// <param name="isBigEndian">Whether the file has the high byte first.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="strides">Elements between neighbours, none negative.</param>
    /// <param name="destination">Room for the elements, row-major.</param>
    /// <param name="place">For errors.</param>
    public static unsafe void ReadStrided(Stream source, FileType type, bool isBigEndian, long[] shape, long[] strides, byte* destination,
        FilePlace place)
    {
        var count = ArrayLayout.Count(shape, type, place);
        if (count == 0) return;
        if (ArrayLayout.IsRowMajor(shape, strides))
        {
            ElementReader.Read(source, type, isBigEndian, destination, count, place);
            return;
        }

        var extent = 1 + shape.Zip(strides, (n, stride) => (n - 1) * stride).Sum();
        var size = type.Widened().Size();
        var memory = (byte*)System.Runtime.InteropServices.NativeMemory.Alloc((nuint)extent, (nuint)size);
        try
        {
            ElementReader.Read(source, type, isBigEndian, memory, extent, place);
            ElementReader.Gather(memory, shape, strides, size, destination);
        }
        finally
        {
            System.Runtime.InteropServices.NativeMemory.Free(memory);
        }
    }
}
