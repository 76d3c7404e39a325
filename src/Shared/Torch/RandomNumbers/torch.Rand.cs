namespace Qiansi;

public static partial class torch
{
    /// <summary>
    /// Uniform numbers from 0 to below 1, of shape <paramref name="size"/>: those that PyTorch draws after the same seed.
    /// </summary>
    /// <param name="dtype">The type of the elements; the default type, mostly float32, when null.</param>
    /// <param name="device">The CPU: there is no other.</param>
    /// <param name="requires_grad">Whether gradients are wanted.</param>
    /// <param name="generator">The source; the default one, which <c>manual_seed</c> sets, when null.</param>
    /// <exception cref="ArgumentException">A size is negative.</exception>
    [Sizes(Size = true)]
    public static Tensor rand(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        RandomOf(size, dtype, requires_grad, y => y.uniform_(0, 1, generator));

    /// <summary>
    /// Normally distributed numbers of mean 0 and standard deviation 1, of shape <paramref name="size"/>: those that PyTorch draws after
    /// the same seed.
    /// </summary>
    /// <param name="dtype">The type of the elements; the default type, mostly float32, when null.</param>
    /// <param name="device">The CPU: there is no other.</param>
    /// <param name="requires_grad">Whether gradients are wanted.</param>
    /// <param name="generator">The source; the default one, which <c>manual_seed</c> sets, when null.</param>
    /// <exception cref="ArgumentException">A size is negative.</exception>
    [Sizes(Size = true)]
    public static Tensor randn(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        RandomOf(size, dtype, requires_grad, y => y.normal_(0, 1, generator));

    /// <summary>Uniform numbers from 0 to below 1, of the shape and type of a tensor.</summary>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) => rand(input.sizes, dtype ?? input.type, device, requires_grad, generator);

    /// <summary>Normally distributed numbers, of the shape and type of a tensor.</summary>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) => randn(input.sizes, dtype ?? input.type, device, requires_grad, generator);

    private static Tensor RandomOf(ReadOnlySpan<long> size, ScalarType? dtype, bool requires_grad, Action<Tensor> fill)
    {
        var y = EmptyOf(size, dtype, false);
        using (no_grad()) fill(y);
        return requires_grad ? y.requires_grad_() : y;
    }
}
