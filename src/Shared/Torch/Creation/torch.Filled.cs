using Qiansi.Torch.Dispatch;
using Qiansi.Torch.Tensors;

namespace Qiansi;

public static partial class torch
{
    /// <summary>Zeros, of shape <paramref name="size"/>.</summary>
    /// <param name="dtype">The type of the elements; the default type, mostly float32, when null.</param>
    /// <param name="device">The CPU: there is no other.</param>
    /// <param name="requires_grad">Whether gradients are wanted.</param>
    /// <exception cref="ArgumentException">A size is negative.</exception>
    [Sizes(Size = true, Int = true)]
    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Full(size, 0, dtype ?? Promotion.DefaultFloat, requires_grad);

    /// <summary>Ones, of shape <paramref name="size"/>.</summary>
    /// <param name="dtype">The type of the elements; the default type, mostly float32, when null.</param>
    /// <param name="device">The CPU: there is no other.</param>
    /// <param name="requires_grad">Whether gradients are wanted.</param>
    /// <exception cref="ArgumentException">A size is negative.</exception>
    [Sizes(Size = true, Int = true)]
    public static Tensor ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Full(size, 1, dtype ?? Promotion.DefaultFloat, requires_grad);

    /// <summary>A tensor of shape <paramref name="size"/> whose elements are not set: they hold what the memory held.</summary>
    /// <param name="dtype">The type of the elements; the default type, mostly float32, when null.</param>
    /// <param name="device">The CPU: there is no other.</param>
    /// <param name="requires_grad">Whether gradients are wanted.</param>
    /// <exception cref="ArgumentException">A size is negative.</exception>
    [Sizes(Size = true, Int = true)]
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        EmptyOf(size, dtype, requires_grad);

    /// <summary>One number everywhere, of shape <paramref name="size"/>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="dtype">The type of the elements; that of the number when null: int64, bool, or the default float type.</param>
    /// <param name="device">The CPU: there is no other.</param>
    /// <param name="requires_grad">Whether gradients are wanted.</param>
    /// <exception cref="ArgumentException">A size is negative.</exception>
    [Sizes(Size = true)]
    public static Tensor full(
        ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Full(size, value, dtype, requires_grad);

    private static Tensor EmptyOf(ReadOnlySpan<long> size, ScalarType? dtype, bool requires_grad) =>
        Finish(Tensor.Empty(Checked(size), dtype ?? Promotion.DefaultFloat), null, requires_grad);

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
    public static Tensor empty_strided(long[] size, long[] strides, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        var flat = Tensor.Empty([Shape.Count(size)], dtype ?? Promotion.DefaultFloat);
        var y = flat.as_strided(size, strides);
        if (!y.IsDense())
            throw new ArgumentException($"empty_strided: strides {Shape.Text(strides)} for sizes {Shape.Text(size)} overlap or leave gaps");
        return Finish(y.detach(), null, requires_grad);
    }
}
