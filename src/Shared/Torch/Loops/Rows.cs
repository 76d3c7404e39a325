using System.Numerics;
using Qiansi.Torch.Kernels;
using Qiansi.Torch.Shapes;
using static Qiansi.torch;

namespace Qiansi.Torch.Loops;

/// <summary>Work along the last dimension, row by row.</summary>
internal static unsafe class Rows
{
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
        if (x.type == ScalarType.Float32) ReduceDimension.Extreme((float*)from.Data, (float*)values.Data, (long*)indices.Data, outer, n, inner, largest);
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

    /// <summary>Sorts each row; equal elements keep their order, NaN counts as largest.</summary>
    public static void Sort(Tensor x, Tensor values, Tensor indices, bool descending)
    {
        var n = (int)x.sizes[^1];
        switch (x.type)
        {
            case ScalarType.Float32: Sort((float*)x.Data, (float*)values.Data, (long*)indices.Data, x.count, n, descending); break;
            case ScalarType.Float64: Sort((double*)x.Data, (double*)values.Data, (long*)indices.Data, x.count, n, descending); break;
            case ScalarType.Int64: Sort((long*)x.Data, (long*)values.Data, (long*)indices.Data, x.count, n, descending); break;
            case ScalarType.Int32: Sort((int*)x.Data, (int*)values.Data, (long*)indices.Data, x.count, n, descending); break;
            default: Sort(x.Data, values.Data, (long*)indices.Data, x.count, n, descending); break;
        }
        GC.KeepAlive(x);
        GC.KeepAlive(values);
        GC.KeepAlive(indices);
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

    private static void Scan<TOp, T>(T* x, T* y, long count, long n) where TOp : struct, IArithmetic where T : unmanaged, INumber<T>
    {
        for (long i = 0; i < count; i++) y[i] = i % n == 0 ? x[i] : TOp.Do(y[i - 1], x[i]);
    }

    private static void Sort<T>(T* x, T* values, long* indices, long count, int n, bool descending) where T : unmanaged, INumber<T>
    {
        if (n == 0) return;
        var keys = new T[n];
        var order = new int[n];
        for (long start = 0; start < count; start += n)
        {
            new ReadOnlySpan<T>(x + start, n).CopyTo(keys);
            for (var i = 0; i < n; i++) order[i] = i;
            var captured = keys;
            Comparison<int> compare = descending
                ? (a, b) => Ascending(captured[b], captured[a]) is var c && c != 0 ? c : a.CompareTo(b)
                : (a, b) => Ascending(captured[a], captured[b]) is var c && c != 0 ? c : a.CompareTo(b);
            order.AsSpan().Sort(compare);
            for (var i = 0; i < n; i++)
            {
                values[start + i] = keys[order[i]];
                indices[start + i] = order[i];
            }
        }
    }

    private static int Ascending<T>(T a, T b) where T : INumber<T>
    {
        if (a < b) return -1;
        if (a > b) return 1;
        if (a == b) return 0;
        return T.IsNaN(a).CompareTo(T.IsNaN(b));
    }
}
