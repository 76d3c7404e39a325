using System.Numerics;
using System.Runtime.CompilerServices;
using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Dispatch;

/// <summary>Work along the last dimension, row by row.</summary>
internal static unsafe class Rows
{
    private const long Grain = 16384;

    /// <summary>The tensor, outside the graph, with one dimension moved to the end and rows contiguous.</summary>
    public static Tensor Last(Tensor x, int dim) => (dim == x.sizes.Length - 1 ? x : x.detach().transpose(dim, -1)).Contiguous();

    /// <summary>The largest or smallest real numbers along a dimension, which is kept with size 1, and where they are.</summary>
    public static (Tensor Values, Tensor Indices) Extreme(Tensor x, int dim, bool largest)
    {
        var from = x.Contiguous();
        var sizes = (long[])x.sizes.Clone();
        sizes[dim] = 1;
        var (values, indices) = (Tensor.Empty(sizes, x.type), Tensor.Empty(sizes, ScalarType.Int64));
        var (outer, n, inner) = (Shape.Count(sizes.AsSpan(0, dim)), x.sizes[dim], Shape.Count(sizes.AsSpan(dim + 1)));
        if (values.count == 0) return (values, indices);
        if (x.type == ScalarType.Float32)
            ReduceDimension.Extreme((float*)from.Data, (float*)values.Data, (long*)indices.Data, outer, n, inner, largest);
        else ReduceDimension.Extreme((double*)from.Data, (double*)values.Data, (long*)indices.Data, outer, n, inner, largest);
        GC.KeepAlive(from);
        GC.KeepAlive(values);
        GC.KeepAlive(indices);
        return (values, indices);
    }

    /// <summary>Where the largest or smallest of each row are, of half types' float32 and of integers.</summary>
    public static void ArgExtreme(Tensor x, Tensor y, bool largest)
    {
        var n = x.sizes[^1];
        switch (x.type)
        {
            case ScalarType.Float32: ArgExtreme((float*)x.Data, (long*)y.Data, y.count, n, largest); break;
            case ScalarType.Int64: ArgExtreme((long*)x.Data, (long*)y.Data, y.count, n, largest); break;
            case ScalarType.Int32: ArgExtreme((int*)x.Data, (long*)y.Data, y.count, n, largest); break;
            case ScalarType.Int16: ArgExtreme((short*)x.Data, (long*)y.Data, y.count, n, largest); break;
            case ScalarType.Int8: ArgExtreme((sbyte*)x.Data, (long*)y.Data, y.count, n, largest); break;
            default: ArgExtreme(x.Data, (long*)y.Data, y.count, n, largest); break;
        }
        GC.KeepAlive(x);
        GC.KeepAlive(y);
    }

    /// <summary>Sums, products or the like so far, along the rows.</summary>
    public static void Scan<TOp>(Tensor x, Tensor y) where TOp : struct, IArithmetic
    {
        var n = x.sizes[^1];
        switch (x.type)
        {
            case ScalarType.Float32: Scan<TOp, float>((float*)x.Data, (float*)y.Data, x.count, n); break;
            case ScalarType.Float64: Scan<TOp, double>((double*)x.Data, (double*)y.Data, x.count, n); break;
            case ScalarType.Int64: Scan<TOp, long>((long*)x.Data, (long*)y.Data, x.count, n); break;
            default: Scan<TOp, int>((int*)x.Data, (int*)y.Data, x.count, n); break;
        }
        GC.KeepAlive(x);
        GC.KeepAlive(y);
    }

    private static void ArgExtreme<T>(T* x, long* y, long rows, long n, bool largest) where T : unmanaged, INumber<T>
    {
        for (long r = 0; r < rows; r++, x += n)
        {
            long best = 0;
            for (long i = 0; i < n; i++)
            {
                if (T.IsNaN(x[i]))
                {
                    best = i;
                    break;
                }
                if (largest ? x[i] > x[best] : x[i] < x[best]) best = i;
            }
            y[r] = best;
        }
    }

    private static void Scan<TOp, T>(T* x, T* y, long count, long n) where TOp : struct, IArithmetic where T : unmanaged, INumber<T> =>
        ThreadTeam.For(count / n, Math.Max(1, Grain / n), (begin, end) =>
        {
            for (var row = begin; row < end; row++)
            {
                // float32 in double, so that a long row keeps its digits.
                if (typeof(T) == typeof(float)) ScanRow<TOp>((float*)x + (row * n), (float*)y + (row * n), n);
                else ScanRow<TOp, T>(x + (row * n), y + (row * n), n);
            }
        });

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScanRow<TOp>(float* x, float* y, long n) where TOp : struct, IArithmetic
    {
        double so = x[0];
        y[0] = x[0];
        for (long i = 1; i < n; i++)
        {
            so = TOp.Do(so, x[i]);
            y[i] = (float)so;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScanRow<TOp, T>(T* x, T* y, long n) where TOp : struct, IArithmetic where T : unmanaged, INumber<T>
    {
        var so = y[0] = x[0];
        for (long i = 1; i < n; i++) y[i] = so = TOp.Do(so, x[i]);
    }
}
