namespace Qiansi.Torch.Files.Elements;

/// <summary>How many elements a shape has, checked, as files may claim anything.</summary>
internal static class ArrayLayout
{
    /// <summary>The number of elements.</summary>
    /// <exception cref="InvalidDataException">A size is negative, or the bytes would not fit into memory.</exception>
    public static long Count(ReadOnlySpan<long> shape, FileType type, FilePlace place)
    {
        Int128 count = 1;
        var isEmpty = false;
        foreach (var size in shape)
        {
            if (size < 0) throw place.Error($"size {size} in shape [{string.Join(", ", shape.ToArray())}]");
            isEmpty |= size == 0;
            count = Int128.Min(count * Math.Max(1, size), ulong.MaxValue);
        }

        if (isEmpty) return 0;
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var bytes = count * type.Widened().Size();
        if (bytes > available)
            throw place.Error(
                $"shape [{string.Join(", ", shape.ToArray())}] takes {(count == ulong.MaxValue ? "more than " : "")}{bytes} bytes, and "
                    + $"the machine has {available}");
        return (long)count;
    }

    /// <summary>Elements between neighbours of each dimension when the last one runs fastest.</summary>
    public static long[] RowMajor(ReadOnlySpan<long> shape)
    {
        var strides = new long[shape.Length];
        for (long i = shape.Length - 1, step = 1; i >= 0; step *= Math.Max(1, shape[(int)i--])) strides[i] = step;
        return strides;
    }

    /// <summary>Elements between neighbours of each dimension when the first one runs fastest, as in Fortran.</summary>
    public static long[] ColumnMajor(ReadOnlySpan<long> shape)
    {
        var strides = new long[shape.Length];
        for (long i = 0, step = 1; i < shape.Length; step *= Math.Max(1, shape[(int)i++])) strides[i] = step;
        return strides;
    }

    /// <summary>Whether elements with these strides lie one after the other; strides of dimensions of one element do not count.</summary>
    public static bool IsRowMajor(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides)
    {
        var expected = RowMajor(shape);
        for (var i = 0; i < shape.Length; i++)
            if (shape[i] > 1 && strides[i] != expected[i]) return false;
        return true;
    }
}
