namespace Qiansi.Tensors.Reading;

/// <summary>Two dimensions of a tensor, the others held at an index.</summary>
/// <param name="Tensor">The tensor.</param>
/// <param name="Place">Where element [0, 0] lies, counted in elements of the shared memory.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="RowStride">Elements from row to row.</param>
/// <param name="Columns">How many columns.</param>
/// <param name="ColumnStride">Elements from column to column.</param>
internal readonly record struct PlaneSource(Tensor Tensor, long Place, long Rows, long RowStride, long Columns, long ColumnStride)
{
    /// <summary>The last two dimensions of a tensor, at indices of the dimensions before; of fewer dimensions, one row.</summary>
    public static PlaneSource Last(Tensor tensor, params ReadOnlySpan<long> indices)
    {
        var place = tensor.offset;
        for (var d = 0; d < indices.Length; d++) place += indices[d] * tensor.strides[d];
        var n = tensor.sizes.Length;
        if (n == 0) return new PlaneSource(tensor, place, 1, 1, 1, 1);
        if (n - indices.Length == 1) return new PlaneSource(tensor, place, 1, 1, tensor.sizes[^1], tensor.strides[^1]);
        return new PlaneSource(tensor, place, tensor.sizes[^2], tensor.strides[^2], tensor.sizes[^1], tensor.strides[^1]);
    }

    /// <summary>One channel of an image whose channels are the given dimension of a 3-dimensional tensor.</summary>
    public static PlaneSource Channel(Tensor image, int channelDimension, long channel)
    {
        var (row, column) = channelDimension switch { 0 => (1, 2), 2 => (0, 1), _ => (0, 2) };
        return new PlaneSource(
            image, image.offset + (channel * image.strides[channelDimension]), image.sizes[row], image.strides[row], image.sizes[column],
            image.strides[column]);
    }
}
