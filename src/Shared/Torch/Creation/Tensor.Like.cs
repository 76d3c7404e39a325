namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Zeros of this tensor's shape, and of its type unless another is given.</summary>
        [Function]
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Full(sizes, 0, dtype ?? type, requires_grad);

        /// <summary>Ones of this tensor's shape, and of its type unless another is given.</summary>
        [Function]
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Full(sizes, 1, dtype ?? type, requires_grad);

        /// <summary>A tensor of this tensor's shape, and of its type unless another is given, whose elements are not set.</summary>
        [Function]
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            EmptyOf(sizes, dtype ?? type, requires_grad);

        /// <summary>One number everywhere, of this tensor's shape, and of its type unless another is given.</summary>
        [Function]
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Full(sizes, value, dtype ?? type, requires_grad);

        /// <summary>Zeros of shape <paramref name="size"/>, of this tensor's type unless another is given.</summary>
        /// <exception cref="ArgumentException">A size is negative.</exception>
        [Sizes]
        public Tensor new_zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Full(size, 0, dtype ?? type, requires_grad);

        /// <summary>Ones of shape <paramref name="size"/>, of this tensor's type unless another is given.</summary>
        /// <exception cref="ArgumentException">A size is negative.</exception>
        [Sizes]
        public Tensor new_ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Full(size, 1, dtype ?? type, requires_grad);

        /// <summary>One number everywhere, of shape <paramref name="size"/>, of this tensor's type unless another is given.</summary>
        /// <exception cref="ArgumentException">A size is negative.</exception>
        [Sizes]
        public Tensor new_full(
            ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Full(size, value, dtype ?? type, requires_grad);

        /// <summary>
        /// A tensor of shape <paramref name="size"/>, of this tensor's type unless another is given, whose elements are not set.
        /// </summary>
        /// <exception cref="ArgumentException">A size is negative.</exception>
        [Sizes]
        public Tensor new_empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            EmptyOf(size, dtype ?? type, requires_grad);
    }
}
