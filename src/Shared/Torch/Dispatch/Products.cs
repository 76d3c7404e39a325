using System.Numerics;
using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Dispatch;

/// <summary>Products of matrices.</summary>
internal static unsafe class Products
{
    /// <summary>Both in the type to multiply in, and the type of the result.</summary>
    public static (Tensor A, Tensor B, ScalarType Type) Common(Tensor a, Tensor b, string operation)
    {
        if (a.type != b.type)
            throw new ArgumentException(
                $"{operation}: {a.type.TorchName()} by {b.type.TorchName()}; both must be of one type, convert one: "
                    + $".to({a.type.TorchName()})");
        if (a.type == ScalarType.Bool)
            throw new ArgumentException($"{operation}: truth values are not multiplied as matrices; convert first: .to(torch.float32)");
        return a.type.IsHalf() ? (a.Cast(ScalarType.Float32), b.Cast(ScalarType.Float32), a.type) : (a, b, a.type);
    }

    /// <summary>y = a·b for matrices, or for each pair of two batches, of one type.</summary>
    public static Tensor Multiply(Tensor a, Tensor b, long[] sizes)
    {
        var y = Tensor.Empty(sizes, a.type);
        if (a.sizes[^1] == 0)
        {
            Fill.Run(y, 0);
            return y;
        }
        if (y.count == 0) return y;
        switch (y.type)
        {
            case ScalarType.Float32: Fast<float>(a, b, y); break;
            case ScalarType.Float64: Fast<double>(a, b, y); break;
            case ScalarType.Int64: Run<long>(a, b, y); break;
            case ScalarType.Int32: Run<int>(a, b, y); break;
            case ScalarType.Int16: Run<short>(a, b, y); break;
            case ScalarType.Int8: Run<sbyte>(a, b, y); break;
            default: Run<byte>(a, b, y); break;
        }
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(y);
        return y;
    }

    private static void Fast<T>(Tensor a, Tensor b, Tensor y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (rows, columns, depth) = (y.sizes[^2], y.sizes[^1], a.sizes[^1]);
        if (y.sizes.Length == 2)
        {
            Gemm.Run(rows, columns, depth, T.One, (T*)a.Data, a.strides[0], a.strides[1], (T*)b.Data, b.strides[0], b.strides[1], T.Zero,
                (T*)y.Data, columns);
            return;
        }
        Gemm.Batch(y.sizes[0], rows, columns, depth, T.One, (T*)a.Data, a.strides[0], a.strides[1], a.strides[2], (T*)b.Data, b.strides[0],
            b.strides[1], b.strides[2], T.Zero, (T*)y.Data, rows * columns, columns);
    }

    private static void Run<T>(Tensor a, Tensor b, Tensor y) where T : unmanaged, INumber<T>
    {
        var batch = y.sizes.Length == 3 ? y.sizes[0] : 1;
        var (sa, sb) = batch > 1 ? (a.strides[0], b.strides[0]) : (0, 0);
        var (rows, columns, depth) = (y.sizes[^2], y.sizes[^1], a.sizes[^1]);
        for (long i = 0; i < batch; i++)
        {
            Reference((T*)a.Data + (i * sa), a.strides[^2], a.strides[^1], (T*)b.Data + (i * sb), b.strides[^2], b.strides[^1],
                (T*)y.Data + (i * rows * columns), rows, columns, depth);
        }
    }

    /// <summary>The product as it is defined, row of y by row of b: what the fast kernels are tested against.</summary>
    internal static void Reference<T>(T* a, long aRow, long aColumn, T* b, long bRow, long bColumn, T* y, long rows, long columns,
        long depth) where T : unmanaged, INumber<T>
    {
        for (long i = 0; i < rows; i++)
        {
            var row = y + (i * columns);
            for (long j = 0; j < columns; j++) row[j] = T.Zero;
            for (long k = 0; k < depth; k++)
            {
                var factor = a[(i * aRow) + (k * aColumn)];
                var line = b + (k * bRow);
                if (bColumn == 1)
                {
                    for (long j = 0; j < columns; j++) row[j] += factor * line[j];
                }
                else
                {
                    for (long j = 0; j < columns; j++) row[j] += factor * line[j * bColumn];
                }
            }
        }
    }
}
