using System.Runtime.InteropServices;
using Qiansi.Torch.Tensors;

namespace Qiansi;

public static partial class torch
{
    /// <summary>A tensor of the elements of an array, with its dimensions; the elements are copied.</summary>
    /// <param name="rawArray">An array of float, double, long, int, short, sbyte, byte, bool or Half, of any number of dimensions.</param>
    /// <param name="dtype">The type to convert to; that of the array when null.</param>
    /// <param name="device">The CPU.</param>
    /// <param name="requires_grad">Whether gradients are wanted.</param>
    /// <exception cref="ArgumentException">The array holds something else.</exception>
    public static unsafe Tensor from_array(Array rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var sizes = new long[rawArray.Rank];
        for (var i = 0; i < sizes.Length; i++) sizes[i] = rawArray.GetLongLength(i);
        var type = TypeOf(rawArray);
        var y = Tensor.Empty(sizes, type);
        var handle = GCHandle.Alloc(rawArray, GCHandleType.Pinned);
        try
        {
            if (y.count > 0) Buffer.MemoryCopy((void*)handle.AddrOfPinnedObject(), y.Data, y.storage.Bytes, y.storage.Bytes);
        }
        finally
        {
            handle.Free();
        }
        return Finish(y, dtype, requires_grad);
    }

    private static ScalarType TypeOf(Array array) => array switch
    {
        _ when array.GetType().GetElementType() == typeof(float) => ScalarType.Float32,
        _ when array.GetType().GetElementType() == typeof(double) => ScalarType.Float64,
        _ when array.GetType().GetElementType() == typeof(long) => ScalarType.Int64,
        _ when array.GetType().GetElementType() == typeof(int) => ScalarType.Int32,
        _ when array.GetType().GetElementType() == typeof(byte) => ScalarType.Byte,
        _ when array.GetType().GetElementType() == typeof(short) => ScalarType.Int16,
        _ when array.GetType().GetElementType() == typeof(sbyte) => ScalarType.Int8,
        _ when array.GetType().GetElementType() == typeof(bool) => ScalarType.Bool,
        _ when array.GetType().GetElementType() == typeof(Half) => ScalarType.Float16,
        _ when array.GetType().GetElementType() == typeof(BFloat16) => ScalarType.BFloat16,
        _ => throw new ArgumentException(
            $"tensor: an array of {array.GetType().GetElementType()?.Name} makes no tensor; use float, "
            + "double, long, int, short, sbyte, byte, bool or Half (and rectangular arrays, [,] not [][])"),
    };

    private static Tensor Finish(Tensor y, ScalarType? dtype, bool requires_grad)
    {
        if (dtype is { } type && type != y.type) y = y.Cast(type);
        return requires_grad ? y.requires_grad_() : y;
    }

    private static Tensor FromList<T>(IList<T> list, ReadOnlySpan<long> dimensions, ScalarType? dtype, bool requires_grad)
        where T : unmanaged
    {
        var array = list as T[] ?? [.. list];
        if (Shape.Count(dimensions) != array.Length)
            throw new ArgumentException(
                $"tensor: {array.Length} elements do not fill shape {Shape.Text(dimensions)}, which takes {Shape.Count(dimensions)}");
        var y = Tensor.Empty(dimensions.Length == 0 ? Shape.Scalar : dimensions.ToArray(), ScalarTypes.Of<T>());
        array.CopyTo(y.Span<T>());
        return Finish(y, dtype, requires_grad);
    }

    /// <summary>A tensor of no dimensions that holds one float.</summary>
    public static Tensor tensor(float scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromList([scalar], [], dtype, requires_grad);

    /// <summary>A tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(IList<float> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromList(rawArray, [rawArray.Count], dtype, requires_grad);

    /// <summary>A tensor of given dimensions, from elements in row-major order, which are copied.</summary>
    public static Tensor tensor(IList<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => FromList(rawArray, dimensions, dtype, requires_grad);

    /// <summary>A matrix, from elements in row-major order, which are copied.</summary>
    public static Tensor tensor(IList<float> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => FromList(rawArray, [rows, columns], dtype, requires_grad);

    /// <summary>A matrix with the rows and columns of the array, whose elements are copied.</summary>
    public static Tensor tensor(float[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions; the elements are copied.</summary>
    public static Tensor tensor(float[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of four dimensions; the elements are copied.</summary>
    public static Tensor tensor(float[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of no dimensions that holds one double.</summary>
    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromList([scalar], [], dtype, requires_grad);

    /// <summary>A tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(IList<double> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromList(rawArray, [rawArray.Count], dtype, requires_grad);

    /// <summary>A tensor of given dimensions, from elements in row-major order, which are copied.</summary>
    public static Tensor tensor(IList<double> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => FromList(rawArray, dimensions, dtype, requires_grad);

    /// <summary>A matrix, from elements in row-major order, which are copied.</summary>
    public static Tensor tensor(IList<double> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => FromList(rawArray, [rows, columns], dtype, requires_grad);

    /// <summary>A matrix with the rows and columns of the array, whose elements are copied.</summary>
    public static Tensor tensor(double[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions; the elements are copied.</summary>
    public static Tensor tensor(double[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of four dimensions; the elements are copied.</summary>
    public static Tensor tensor(double[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of no dimensions that holds one long.</summary>
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromList([scalar], [], dtype, requires_grad);

    /// <summary>A tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(IList<long> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromList(rawArray, [rawArray.Count], dtype, requires_grad);

    /// <summary>A tensor of given dimensions, from elements in row-major order, which are copied.</summary>
    public static Tensor tensor(IList<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => FromList(rawArray, dimensions, dtype, requires_grad);

    /// <summary>A matrix, from elements in row-major order, which are copied.</summary>
    public static Tensor tensor(IList<long> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => FromList(rawArray, [rows, columns], dtype, requires_grad);

    /// <summary>A matrix with the rows and columns of the array, whose elements are copied.</summary>
    public static Tensor tensor(long[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions; the elements are copied.</summary>
    public static Tensor tensor(long[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of four dimensions; the elements are copied.</summary>
    public static Tensor tensor(long[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of no dimensions that holds one int.</summary>
    public static Tensor tensor(int scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromList([scalar], [], dtype, requires_grad);

    /// <summary>A tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(IList<int> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromList(rawArray, [rawArray.Count], dtype, requires_grad);

    /// <summary>A tensor of given dimensions, from elements in row-major order, which are copied.</summary>
    public static Tensor tensor(IList<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => FromList(rawArray, dimensions, dtype, requires_grad);

    /// <summary>A matrix, from elements in row-major order, which are copied.</summary>
    public static Tensor tensor(IList<int> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => FromList(rawArray, [rows, columns], dtype, requires_grad);

    /// <summary>A matrix with the rows and columns of the array, whose elements are copied.</summary>
    public static Tensor tensor(int[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions; the elements are copied.</summary>
    public static Tensor tensor(int[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of four dimensions; the elements are copied.</summary>
    public static Tensor tensor(int[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of no dimensions that holds one byte.</summary>
    public static Tensor tensor(byte scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromList([scalar], [], dtype, requires_grad);

    /// <summary>A tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(IList<byte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromList(rawArray, [rawArray.Count], dtype, requires_grad);

    /// <summary>A tensor of given dimensions, from elements in row-major order, which are copied.</summary>
    public static Tensor tensor(IList<byte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => FromList(rawArray, dimensions, dtype, requires_grad);

    /// <summary>A matrix, from elements in row-major order, which are copied.</summary>
    public static Tensor tensor(IList<byte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => FromList(rawArray, [rows, columns], dtype, requires_grad);

    /// <summary>A matrix with the rows and columns of the array, whose elements are copied.</summary>
    public static Tensor tensor(byte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions; the elements are copied.</summary>
    public static Tensor tensor(byte[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of four dimensions; the elements are copied.</summary>
    public static Tensor tensor(byte[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of no dimensions that holds one bool.</summary>
    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromList([scalar], [], dtype, requires_grad);

    /// <summary>A tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(IList<bool> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromList(rawArray, [rawArray.Count], dtype, requires_grad);

    /// <summary>A tensor of given dimensions, from elements in row-major order, which are copied.</summary>
    public static Tensor tensor(IList<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => FromList(rawArray, dimensions, dtype, requires_grad);

    /// <summary>A matrix, from elements in row-major order, which are copied.</summary>
    public static Tensor tensor(IList<bool> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => FromList(rawArray, [rows, columns], dtype, requires_grad);

    /// <summary>A matrix with the rows and columns of the array, whose elements are copied.</summary>
    public static Tensor tensor(bool[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions; the elements are copied.</summary>
    public static Tensor tensor(bool[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of four dimensions; the elements are copied.</summary>
    public static Tensor tensor(bool[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of no dimensions that holds one half.</summary>
    public static Tensor tensor(Half scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromList([scalar], [], dtype, requires_grad);

    /// <summary>A tensor of one dimension; the elements are copied.</summary>
    public static Tensor tensor(IList<Half> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromList(rawArray, [rawArray.Count], dtype, requires_grad);

    /// <summary>A tensor of given dimensions, from elements in row-major order, which are copied.</summary>
    public static Tensor tensor(IList<Half> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => FromList(rawArray, dimensions, dtype, requires_grad);

    /// <summary>A matrix, from elements in row-major order, which are copied.</summary>
    public static Tensor tensor(IList<Half> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => FromList(rawArray, [rows, columns], dtype, requires_grad);

    /// <summary>A matrix with the rows and columns of the array, whose elements are copied.</summary>
    public static Tensor tensor(Half[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of three dimensions; the elements are copied.</summary>
    public static Tensor tensor(Half[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A tensor of four dimensions; the elements are copied.</summary>
    public static Tensor tensor(Half[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        from_array(rawArray, dtype, device, requires_grad);

    /// <summary>The tensor itself when it has the type, else a converted copy.</summary>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) =>
        dtype is { } type ? data.to_type(type) : data;

    /// <summary>A tensor of the elements of an array.</summary>
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);
}
