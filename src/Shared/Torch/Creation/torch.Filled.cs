using Qiansi.Torch.Loops;
using Qiansi.Torch.Shapes;
using Qiansi.Torch.Tensors;

namespace Qiansi;

public static partial class torch
{
    /// <summary>Zeros, of a shape.</summary>
    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Zeros(size, dtype, requires_grad);

    /// <summary>Zeros, of a shape.</summary>
    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Zeros(size, dtype, requires_grad);

    /// <summary>Zeros, in one dimension.</summary>
    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Zeros([size], dtype, requires_grad);

    /// <summary>Zeros, as a matrix.</summary>
    public static Tensor zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Zeros([rows, columns], dtype, requires_grad);

    /// <summary>Zeros, in three dimensions.</summary>
    public static Tensor zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Zeros([dim0, dim1, dim2], dtype, requires_grad);

    /// <summary>Zeros, in four dimensions.</summary>
    public static Tensor zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Zeros([dim0, dim1, dim2, dim3], dtype, requires_grad);

    /// <summary>Ones, of a shape.</summary>
    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Ones(size, dtype, requires_grad);

    /// <summary>Ones, of a shape.</summary>
    public static Tensor ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Ones(size, dtype, requires_grad);

    /// <summary>Ones, in one dimension.</summary>
    public static Tensor ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Ones([size], dtype, requires_grad);

    /// <summary>Ones, as a matrix.</summary>
    public static Tensor ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Ones([rows, columns], dtype, requires_grad);

    /// <summary>Ones, in three dimensions.</summary>
    public static Tensor ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Ones([dim0, dim1, dim2], dtype, requires_grad);

    /// <summary>Ones, in four dimensions.</summary>
    public static Tensor ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Ones([dim0, dim1, dim2, dim3], dtype, requires_grad);

    /// <summary>A tensor whose elements are not set, of a shape.</summary>
    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => EmptyOf(size, dtype, requires_grad);

    /// <summary>A tensor whose elements are not set, of a shape.</summary>
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => EmptyOf(size, dtype, requires_grad);

    /// <summary>A tensor whose elements are not set, in one dimension.</summary>
    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => EmptyOf([size], dtype, requires_grad);

    /// <summary>A tensor whose elements are not set, as a matrix.</summary>
    public static Tensor empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => EmptyOf([rows, columns], dtype, requires_grad);

    /// <summary>A tensor whose elements are not set, in three dimensions.</summary>
    public static Tensor empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => EmptyOf([dim0, dim1, dim2], dtype, requires_grad);

    /// <summary>A tensor whose elements are not set, in four dimensions.</summary>
    public static Tensor empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => EmptyOf([dim0, dim1, dim2, dim3], dtype, requires_grad);

    private static Tensor Zeros(ReadOnlySpan<long> size, ScalarType? dtype, bool requires_grad) => Full(size, 0, dtype ?? Promotion.DefaultFloat, requires_grad);

    private static Tensor Ones(ReadOnlySpan<long> size, ScalarType? dtype, bool requires_grad) => Full(size, 1, dtype ?? Promotion.DefaultFloat, requires_grad);

    private static Tensor EmptyOf(ReadOnlySpan<long> size, ScalarType? dtype, bool requires_grad) => Finish(Tensor.Empty(Checked(size), dtype ?? Promotion.DefaultFloat), null, requires_grad);

    private static Tensor Full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype, bool requires_grad)
    {
        var y = Tensor.Empty(Checked(size), dtype ?? value.Type);
        Fill.Run(y, value);
        return Finish(y, null, requires_grad);
    }

    private static long[] Checked(ReadOnlySpan<long> size)
    {
        foreach (var n in size)
        {
            if (n < 0) throw new ArgumentException($"a tensor of shape {Shape.Text(size)} was asked for; sizes cannot be negative");
        }
        return size.Length == 0 ? Shape.Scalar : size.ToArray();
    }

    /// <summary>A tensor whose elements are not set, laid out as told; sizes and strides must leave no gaps.</summary>
    public static Tensor empty_strided(long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var flat = Tensor.Empty([Shape.Count(size)], dtype ?? Promotion.DefaultFloat);
        var y = flat.as_strided(size, strides);
        if (!y.IsDense()) throw new ArgumentException($"empty_strided: strides {Shape.Text(strides)} for sizes {Shape.Text(size)} overlap or leave gaps");
        return Finish(y.detach(), null, requires_grad);
    }
}
