namespace Qiansi;

public static partial class torch
{
    /// <summary>y[i][j][k] = x[i][index[i][j][k]][k], for dim 1: the shape of the index.</summary>
    public static Tensor gather(Tensor input, long dim, Tensor index) => input.gather(dim, index);

    /// <summary>y = x, but y[i][index[i][j][k]][k] = src[i][j][k], for dim 1.</summary>
    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => input.scatter(dim, index, src);

    /// <summary>y = x, but a number where the index points.</summary>
    public static Tensor scatter(Tensor input, long dim, Tensor index, Scalar value) => input.scatter(dim, index, value);

    /// <summary>y = x, with src[i][j][k] added to y[i][index[i][j][k]][k], for dim 1.</summary>
    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_add(dim, index, src);

    /// <summary>The elements at the index along a dimension, with broadcasting of the other ones.</summary>
    public static Tensor take_along_dim(Tensor input, Tensor indices, long dim = 0) => input.take_along_dim(indices, dim);

    /// <summary>Elements by their place in row-major order, in the shape of the index.</summary>
    public static Tensor take(Tensor input, Tensor index) => input.take(index);

    /// <summary>The indices of a dimension that a vector lists, in its order.</summary>
    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);

    /// <summary>y = x, with alpha times the slices of source added to the indices of a dimension that a vector lists.</summary>
    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) => input.index_add(dim, index, source, alpha);

    /// <summary>y = x, with the slices of source written at the index.</summary>
    public static Tensor index_copy(Tensor input, long dim, Tensor index, Tensor source) => input.index_copy(dim, index, source);

    /// <summary>y = x, with a number written at the index.</summary>
    public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) => input.index_fill(dim, index, value);

    /// <summary>The elements where the mask holds, in one dimension.</summary>
    public static Tensor masked_select(Tensor input, Tensor mask) => input.masked_select(mask);

    /// <summary>y = x, with the elements of value, one after the other, where the mask holds.</summary>
    public static Tensor masked_scatter(Tensor input, Tensor mask, Tensor value) => input.masked_scatter(mask, value);

    /// <summary>The indices of elements that are not zero: one row each, one column a dimension.</summary>
    public static Tensor nonzero(Tensor input) => input.nonzero();

    /// <summary>As <c>nonzero</c>.</summary>
    public static Tensor argwhere(Tensor input) => input.argwhere();
}
