using System.Numerics;
using Qiansi.Torch.Shapes;
using static Qiansi.torch;

namespace Qiansi.Torch.Loops;

/// <summary>Elements fetched from and brought to places that an index names.</summary>
internal static unsafe class Indexed
{
    public static void Gather(Tensor x, int dim, Tensor index, Tensor y)
    {
        switch (x.type.ElementSize())
        {
            case 1: Gather<byte>(x, dim, index, y); break;
            case 2: Gather<short>(x, dim, index, y); break;
            case 4: Gather<int>(x, dim, index, y); break;
            default: Gather<long>(x, dim, index, y); break;
        }
    }

    /// <summary>Writes or adds; y is contiguous, src has the index's shape.</summary>
    public static void Scatter(Tensor y, int dim, Tensor index, Tensor src, bool add)
    {
        if (!add)
        {
            switch (y.type.ElementSize())
            {
                case 1: Scatter<byte>(y, dim, index, src); break;
                case 2: Scatter<short>(y, dim, index, src); break;
                case 4: Scatter<int>(y, dim, index, src); break;
                default: Scatter<long>(y, dim, index, src); break;
            }
            return;
        }
        switch (y.type)
        {
            case ScalarType.Float32: ScatterAdd<float>(y, dim, index, src); break;
            case ScalarType.Float64: ScatterAdd<double>(y, dim, index, src); break;
            case ScalarType.Int64: ScatterAdd<long>(y, dim, index, src); break;
            case ScalarType.Int32: ScatterAdd<int>(y, dim, index, src); break;
            case ScalarType.Float16: ScatterAdd<Half>(y, dim, index, src); break;
            case ScalarType.BFloat16: throw new InvalidOperationException("scatter_add: not for torch.bfloat16; convert to torch.float32 first");
            default: ScatterAdd<byte>(y, dim, index, src); break;
        }
    }

    /// <summary>Whole slices; x, index and y are contiguous.</summary>
    public static void Select(Tensor x, int dim, Tensor index, Tensor y)
    {
        var n = x.sizes[dim];
        var outer = Shape.Count(x.sizes.AsSpan(0, dim));
        var inner = Shape.Count(x.sizes.AsSpan(dim + 1)) * x.type.ElementSize();
        var from = x.Data;
        var to = y.Data;
        var at = (long*)index.Data;
        for (long o = 0; o < outer; o++)
        {
            for (long i = 0; i < index.count; i++)
            {
                var k = Wrap(at[i], n, dim, x, "index_select");
                Buffer.MemoryCopy(from + (((o * n) + k) * inner), to + (((o * index.count) + i) * inner), inner, inner);
            }
        }
        GC.KeepAlive(x);
        GC.KeepAlive(index);
        GC.KeepAlive(y);
    }

    /// <summary>Adds whole slices; all contiguous.</summary>
    public static void Add(Tensor y, int dim, Tensor index, Tensor source)
    {
        switch (y.type)
        {
            case ScalarType.Float32: Add<float>(y, dim, index, source); break;
            case ScalarType.Float64: Add<double>(y, dim, index, source); break;
            case ScalarType.Int64: Add<long>(y, dim, index, source); break;
            case ScalarType.Int32: Add<int>(y, dim, index, source); break;
            case ScalarType.Float16: Add<Half>(y, dim, index, source); break;
            case ScalarType.BFloat16: throw new InvalidOperationException("index_add: not for torch.bfloat16; convert to torch.float32 first");
            default: Add<byte>(y, dim, index, source); break;
        }
    }

    /// <summary>The places in row-major order of what is not zero.</summary>
    public static List<long> Places(Tensor flags)
    {
        var places = new List<long>();
        var p = flags.Data;
        for (long i = 0; i < flags.count; i++)
        {
            if (p[i] != 0) places.Add(i);
        }
        GC.KeepAlive(flags);
        return places;
    }

    private static void Gather<T>(Tensor x, int dim, Tensor index, Tensor y) where T : unmanaged
    {
        var walk = new Walk(index.sizes);
        var from = (T*)x.Data;
        var at = (long*)index.Data;
        var to = (T*)y.Data;
        for (long i = 0; i < y.count; i++, walk.Next())
        {
            var k = Wrap(at[walk.Offset(index.strides)], x.sizes[dim], dim, x, "gather");
            to[i] = from[walk.Offset(x.strides, dim) + (k * x.strides[dim])];
        }
        GC.KeepAlive(x);
        GC.KeepAlive(index);
        GC.KeepAlive(y);
    }

    private static void Scatter<T>(Tensor y, int dim, Tensor index, Tensor src) where T : unmanaged
    {
        var walk = new Walk(index.sizes);
        var to = (T*)y.Data;
        var at = (long*)index.Data;
        var from = (T*)src.Data;
        for (long i = 0; i < index.count; i++, walk.Next())
        {
            if (y.sizes.Length == 0)
            {
                to[0] = from[0];
                break;
            }
            var k = Wrap(at[walk.Offset(index.strides)], y.sizes[dim], dim, y, "scatter");
            to[walk.Offset(y.strides, dim) + (k * y.strides[dim])] = from[walk.Offset(src.strides)];
        }
        GC.KeepAlive(y);
        GC.KeepAlive(index);
        GC.KeepAlive(src);
    }

    private static void ScatterAdd<T>(Tensor y, int dim, Tensor index, Tensor src) where T : unmanaged, INumber<T>
    {
        var walk = new Walk(index.sizes);
        var to = (T*)y.Data;
        var at = (long*)index.Data;
        var from = (T*)src.Data;
        for (long i = 0; i < index.count; i++, walk.Next())
        {
            if (y.sizes.Length == 0)
            {
                to[0] += from[i];
                continue;
            }
            var k = Wrap(at[walk.Offset(index.strides)], y.sizes[dim], dim, y, "scatter_add");
            to[walk.Offset(y.strides, dim) + (k * y.strides[dim])] += from[walk.Offset(src.strides)];
        }
        GC.KeepAlive(y);
        GC.KeepAlive(index);
        GC.KeepAlive(src);
    }

    private static void Add<T>(Tensor y, int dim, Tensor index, Tensor source) where T : unmanaged, INumber<T>
    {
        var scalar = y.sizes.Length == 0;
        var n = scalar ? 1 : y.sizes[dim];
        var outer = scalar ? 1 : Shape.Count(y.sizes.AsSpan(0, dim));
        var inner = scalar ? 1 : Shape.Count(y.sizes.AsSpan(dim + 1));
        var to = (T*)y.Data;
        var at = (long*)index.Data;
        var from = (T*)source.Data;
        for (long o = 0; o < outer; o++)
        {
            for (long i = 0; i < index.count; i++)
            {
                var target = to + (((o * n) + Wrap(at[i], n, dim, y, "index_add")) * inner);
                var slice = from + (((o * index.count) + i) * inner);
                for (long k = 0; k < inner; k++) target[k] += slice[k];
            }
        }
        GC.KeepAlive(y);
        GC.KeepAlive(index);
        GC.KeepAlive(source);
    }

    private static long Wrap(long k, long n, int dim, Tensor x, string operation) => (ulong)k < (ulong)n
        ? k
        : throw new IndexOutOfRangeException($"{operation}: index {k} is out of range for dimension {dim} with size {n} (shape {Shape.Text(x.sizes)})");

    /// <summary>Goes through the indices of a shape in row-major order.</summary>
    private struct Walk(long[] sizes)
    {
        private readonly long[] counter = new long[sizes.Length];

        public readonly void Next()
        {
            for (var d = sizes.Length - 1; d >= 0; d--)
            {
                if (++counter[d] < sizes[d]) return;
                counter[d] = 0;
            }
        }

        public readonly long Offset(long[] strides, int but = -1)
        {
            long offset = 0;
            for (var d = 0; d < strides.Length; d++)
            {
                if (d != but) offset += counter[d] * strides[d];
            }
            return offset;
        }
    }
}
