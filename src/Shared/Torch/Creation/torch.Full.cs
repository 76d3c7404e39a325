namespace Qiansi;

public static partial class torch
{
    /// <summary>One number everywhere, of a shape.</summary>
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Full(size, value, dtype, requires_grad);

    /// <summary>One number everywhere, of a shape.</summary>
    public static Tensor full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Full(size, value, dtype, requires_grad);

    /// <summary>One number everywhere, in one dimension.</summary>
    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Full([size], value, dtype, requires_grad);

    /// <summary>One number everywhere, as a matrix.</summary>
    public static Tensor full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Full([rows, columns], value, dtype, requires_grad);

    /// <summary>One number everywhere, in three dimensions.</summary>
    public static Tensor full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Full([dim0, dim1, dim2], value, dtype, requires_grad);

    /// <summary>One number everywhere, in four dimensions.</summary>
    public static Tensor full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Full([dim0, dim1, dim2, dim3], value, dtype, requires_grad);

    /// <summary>Zeros, of the shape and type of a tensor.</summary>
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Full(input.sizes, 0, dtype ?? input.type, requires_grad);

    /// <summary>Ones, of the shape and type of a tensor.</summary>
    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Full(input.sizes, 1, dtype ?? input.type, requires_grad);

    /// <summary>A tensor whose elements are not set, of the shape and type of another.</summary>
    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => EmptyOf(input.sizes, dtype ?? input.type, requires_grad);

    /// <summary>One number everywhere, of the shape and type of a tensor.</summary>
    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Full(input.sizes, value, dtype ?? input.type, requires_grad);

    public partial class Tensor
    {
        /// <summary>Zeros of this shape and type.</summary>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.zeros_like(this, dtype, device, requires_grad);

        /// <summary>Ones of this shape and type.</summary>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.ones_like(this, dtype, device, requires_grad);

        /// <summary>A tensor of this shape and type whose elements are not set.</summary>
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.empty_like(this, dtype, device, requires_grad);

        /// <summary>One number everywhere, of this shape and type.</summary>
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.full_like(this, value, dtype, device, requires_grad);

        /// <summary>Zeros of this type, of a shape.</summary>
        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Full(size, 0, dtype ?? type, requires_grad);

        /// <summary>Ones of this type, of a shape.</summary>
        public Tensor new_ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Full(size, 1, dtype ?? type, requires_grad);

        /// <summary>One number everywhere, of this type, of a shape.</summary>
        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Full(size, value, dtype ?? type, requires_grad);

        /// <summary>A tensor of this type and of a shape, whose elements are not set.</summary>
        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => EmptyOf(size, dtype ?? type, requires_grad);
    }
}
