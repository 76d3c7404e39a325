using Qiansi.Torch.RandomNumbers;

namespace Qiansi;

public static partial class torch
{
    /// <summary>
    /// Whole numbers from <paramref name="low"/> to below <paramref name="high"/>, of a shape; int64 unless another type is named.
    /// </summary>
    /// <exception cref="ArgumentException">The range is empty, or the type cannot hold it.</exception>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null) =>
        RandomOf(size, dtype ?? ScalarType.Int64, requires_grad,
            y => y.random_(low, low < high
                ? high : throw new ArgumentException($"randint: low {low} must be below high {high}, which is left out"), generator));

    /// <inheritdoc cref="randint(long, long, long[], ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor randint(long low, long high, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null) =>
        RandomOf(size, dtype ?? ScalarType.Int64, requires_grad,
            y => y.random_(low, low < high
                ? high : throw new ArgumentException($"randint: low {low} must be below high {high}, which is left out"), generator));

    /// <summary>Whole numbers from 0 to below <paramref name="high"/>, of a shape; int64 unless another type is named.</summary>
    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) => randint(0, high, size, dtype, device, requires_grad, generator);

    /// <inheritdoc cref="randint(long, long[], ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor randint(long high, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null) => randint(0, high, size, dtype, device, requires_grad, generator);

    /// <summary>Whole numbers from 0 to below <paramref name="high"/>, of a shape.</summary>
    public static Tensor randint(
        long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randint(high, size.Shape, dtype, device, requires_grad, generator);

    /// <summary>Whole numbers from <paramref name="low"/> to below <paramref name="high"/>, of a shape.</summary>
    public static Tensor randint(
        long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        randint(low, high, size.Shape, dtype, device, requires_grad, generator);

    /// <summary>Whole numbers, of the shape and type of a tensor.</summary>
    public static Tensor randint_like(Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null) =>
            randint(low, high, input.sizes, dtype ?? input.type, device, requires_grad, generator);

    /// <summary>0 to <paramref name="n"/> − 1 in random order; int64 unless another type is named.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null)
    {
        if (n < 0) throw new ArgumentException($"randperm: a number of elements is not negative, as {n} is");
        if (n > 0 && dtype is { } type) ((Scalar)(n - 1)).RequireFits(type);
        return RandomOf([n], dtype ?? ScalarType.Int64, requires_grad, y => RandomWrite.Fill("randperm", y, generator, RandomWrite.Order));
    }

    /// <summary>Draws indices by weight from each row.</summary>
    /// <param name="input">The weights: one row, or several (rows × categories); not negative, not all zero, need not sum to 1.</param>
    /// <param name="num_samples">Indices a row.</param>
    /// <param name="replacement">Whether an index can come twice.</param>
    /// <param name="generator">The source; the default one when null.</param>
    /// <returns>int64, (num_samples) or (rows × num_samples).</returns>
    /// <exception cref="ArgumentException">The weights are no distribution, or too few without replacement.</exception>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        RandomWrite.Multinomials(input, num_samples, replacement, generator);

    /// <summary>Normally distributed numbers, of a shape.</summary>
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null) =>
        RandomOf(size, dtype, requires_grad, y => y.normal_(mean, std, generator));

    /// <summary>Normally distributed numbers, each of its own mean and standard deviation; the two broadcast to each other.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null)
    {
        using var _ = no_grad();
        using var both = mean.add(std);
        return empty(both.sizes, both.type).normal_(0, 1, generator).mul_(std).add_(mean);
    }
}
