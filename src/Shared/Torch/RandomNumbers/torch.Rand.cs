namespace Qiansi;

public static partial class torch
{
    /// <summary>Uniform numbers from 0 to below 1, of a shape.</summary>
    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => RandomOf(size, dtype, requires_grad, y => y.uniform_(0, 1, generator));

    /// <summary>Uniform numbers from 0 to below 1, of a shape.</summary>
    public static Tensor rand(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => RandomOf(size, dtype, requires_grad, y => y.uniform_(0, 1, generator));

    /// <summary>Uniform numbers from 0 to below 1, in one dimension.</summary>
    public static Tensor rand(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => RandomOf([size], dtype, requires_grad, y => y.uniform_(0, 1, generator));

    /// <summary>Uniform numbers from 0 to below 1, as a matrix.</summary>
    public static Tensor rand(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => RandomOf([rows, columns], dtype, requires_grad, y => y.uniform_(0, 1, generator));

    /// <summary>Uniform numbers from 0 to below 1, in three dimensions.</summary>
    public static Tensor rand(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => RandomOf([dim0, dim1, dim2], dtype, requires_grad, y => y.uniform_(0, 1, generator));

    /// <summary>Uniform numbers from 0 to below 1, in four dimensions.</summary>
    public static Tensor rand(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => RandomOf([dim0, dim1, dim2, dim3], dtype, requires_grad, y => y.uniform_(0, 1, generator));

    /// <summary>Normally distributed numbers of mean 0 and standard deviation 1, of a shape.</summary>
    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => RandomOf(size, dtype, requires_grad, y => y.normal_(0, 1, generator));

    /// <summary>Normally distributed numbers of mean 0 and standard deviation 1, of a shape.</summary>
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => RandomOf(size, dtype, requires_grad, y => y.normal_(0, 1, generator));

    /// <summary>Normally distributed numbers of mean 0 and standard deviation 1, in one dimension.</summary>
    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => RandomOf([size], dtype, requires_grad, y => y.normal_(0, 1, generator));

    /// <summary>Normally distributed numbers of mean 0 and standard deviation 1, as a matrix.</summary>
    public static Tensor randn(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => RandomOf([rows, columns], dtype, requires_grad, y => y.normal_(0, 1, generator));

    /// <summary>Normally distributed numbers of mean 0 and standard deviation 1, in three dimensions.</summary>
    public static Tensor randn(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => RandomOf([dim0, dim1, dim2], dtype, requires_grad, y => y.normal_(0, 1, generator));

    /// <summary>Normally distributed numbers of mean 0 and standard deviation 1, in four dimensions.</summary>
    public static Tensor randn(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => RandomOf([dim0, dim1, dim2, dim3], dtype, requires_grad, y => y.normal_(0, 1, generator));

    /// <summary>Uniform numbers from 0 to below 1, of the shape and type of a tensor.</summary>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => rand(input.sizes, dtype ?? input.type, device, requires_grad, generator);

    /// <summary>Normally distributed numbers, of the shape and type of a tensor.</summary>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => randn(input.sizes, dtype ?? input.type, device, requires_grad, generator);

    private static Tensor RandomOf(ReadOnlySpan<long> size, ScalarType? dtype, bool requires_grad, Action<Tensor> fill)
    {
        var y = EmptyOf(size, dtype, false);
        using (no_grad()) fill(y);
        return requires_grad ? y.requires_grad_() : y;
    }
}
