namespace Qiansi;

// With int sizes: else a literal 0 could mean a ScalarType as well as a size.
public static partial class torch
{
    /// <summary>Zeros, in one dimension.</summary>
    public static Tensor zeros(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Zeros([size], dtype, requires_grad);

    /// <summary>Zeros, as a matrix.</summary>
    public static Tensor zeros(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Zeros([rows, columns], dtype, requires_grad);

    /// <summary>Zeros, in three dimensions.</summary>
    public static Tensor zeros(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Zeros([dim0, dim1, dim2], dtype, requires_grad);

    /// <summary>Zeros, in four dimensions.</summary>
    public static Tensor zeros(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Zeros([dim0, dim1, dim2, dim3], dtype, requires_grad);

    /// <summary>Ones, in one dimension.</summary>
    public static Tensor ones(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Ones([size], dtype, requires_grad);

    /// <summary>Ones, as a matrix.</summary>
    public static Tensor ones(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Ones([rows, columns], dtype, requires_grad);

    /// <summary>Ones, in three dimensions.</summary>
    public static Tensor ones(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Ones([dim0, dim1, dim2], dtype, requires_grad);

    /// <summary>Ones, in four dimensions.</summary>
    public static Tensor ones(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Ones([dim0, dim1, dim2, dim3], dtype, requires_grad);

    /// <summary>A tensor whose elements are not set, in one dimension.</summary>
    public static Tensor empty(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => EmptyOf([size], dtype, requires_grad);

    /// <summary>A tensor whose elements are not set, as a matrix.</summary>
    public static Tensor empty(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => EmptyOf([rows, columns], dtype, requires_grad);

    /// <summary>A tensor whose elements are not set, in three dimensions.</summary>
    public static Tensor empty(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => EmptyOf([dim0, dim1, dim2], dtype, requires_grad);

    /// <summary>A tensor whose elements are not set, in four dimensions.</summary>
    public static Tensor empty(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => EmptyOf([dim0, dim1, dim2, dim3], dtype, requires_grad);
}
