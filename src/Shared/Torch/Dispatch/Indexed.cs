using System.Numerics;
using System.Runtime.CompilerServices;
using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Dispatch;

/// <summary>Elements fetched from and brought to places that an index names.</summary>
internal static unsafe class Indexed
{
    private const long Grain = 16384;

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
            case ScalarType.Int16: ScatterAdd<short>(y, dim, index, src); break;
            case ScalarType.Int8: ScatterAdd<sbyte>(y, dim, index, src); break;
            case ScalarType.Float16: ScatterAdd<Half>(y, dim, index, src); break;
            case ScalarType.BFloat16:
                throw new InvalidOperationException("scatter_add: not for torch.bfloat16; convert to torch.float32 first");
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
        var rows = index.count;
        ThreadTeam.For(outer * rows, Math.Max(1, 4 * Grain / Math.Max(1, inner)), (begin, end) =>
        {
            for (var row = begin; row < end; row++)
            {
                var (o, i) = Math.DivRem(row, rows);
                var k = Wrap(at[i], n, dim, x, "index_select");
                Buffer.MemoryCopy(from + (((o * n) + k) * inner), to + (row * inner), inner, inner);
            }
        });
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
            case ScalarType.Int16: Add<short>(y, dim, index, source); break;
            case ScalarType.Int8: Add<sbyte>(y, dim, index, source); break;
            case ScalarType.Float16: Add<Half>(y, dim, index, source); break;
            case ScalarType.BFloat16:
                throw new InvalidOperationException("index_add: not for torch.bfloat16; convert to torch.float32 first");
            default: Add<byte>(y, dim, index, source); break;
        }
    }

    /// <summary>Whether a byte is among those of a contiguous tensor.</summary>
    public static bool Contains(Tensor flags, byte value)
    {
        for (long i = 0; i < flags.count; i += Spans.Chunk)
        {
            if (new ReadOnlySpan<byte>(flags.Data + i, Spans.Length(flags.count - i)).Contains(value)) return true;
        }
        GC.KeepAlive(flags);
        return false;
    }

    /// <summary>Whether all bytes of a contiguous tensor are one.</summary>
    public static bool IsAll(Tensor flags, byte value)
    {
        for (long i = 0; i < flags.count; i += Spans.Chunk)
        {
            if (new ReadOnlySpan<byte>(flags.Data + i, Spans.Length(flags.count - i)).ContainsAnyExcept(value)) return false;
        }
        GC.KeepAlive(flags);
        return true;
    }

    /// <summary>The places in row-major order of what is not zero: int64 in one dimension.</summary>
    public static Tensor Places(Tensor flags)
    {
        var p = flags.Data;
        long count = 0;
        for (long i = 0; i < flags.count; i += Spans.Chunk)
            count += Spans.Length(flags.count - i) - new ReadOnlySpan<byte>(p + i, Spans.Length(flags.count - i)).Count((byte)0);
        var y = Tensor.Empty([count], ScalarType.Int64);
        // Each place is written, and stays where the flag is set: no branch to guess.
        var to = (long*)y.Data;
        long k = 0;
        for (long i = 0; i < flags.count && k < count; i++)
        {
            to[k] = i;
            k += (int)((uint)-p[i] >> 31);
        }
        GC.KeepAlive(flags);
        GC.KeepAlive(y);
        return y;
    }

    private static void Gather<T>(Tensor x, int dim, Tensor index, Tensor y) where T : unmanaged
    {
        T* from = (T*)x.Data, to = (T*)y.Data;
        var (at, axis) = ((nint)index.Data, new Axis(x, dim, "gather"));
        Lines(index.sizes, dim, x.strides, index.strides, y.strides, canDivide: true,
            line => GatherLine(from + line.Indexed, (long*)at + line.Index, to + line.Other, line, axis));
        GC.KeepAlive(x);
        GC.KeepAlive(index);
        GC.KeepAlive(y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GatherLine<T>(T* from, long* index, T* to, Line line, Axis axis) where T : unmanaged
    {
        for (var n = line.Length; n > 0; n--, from += line.IndexedStep, index += line.IndexStep, to += line.OtherStep)
            *to = from[axis.Check(*index) * axis.Step];
    }

    private static void Scatter<T>(Tensor y, int dim, Tensor index, Tensor src) where T : unmanaged
    {
        T* to = (T*)y.Data, from = (T*)src.Data;
        if (y.sizes.Length == 0)
        {
            if (index.count > 0) *to = *from;
            return;
        }
        var (at, axis) = ((nint)index.Data, new Axis(y, dim, "scatter"));
        Lines(index.sizes, dim, y.strides, index.strides, src.strides, canDivide: dim == y.sizes.Length - 1,
            line => ScatterLine(to + line.Indexed, (long*)at + line.Index, from + line.Other, line, axis));
        GC.KeepAlive(y);
        GC.KeepAlive(index);
        GC.KeepAlive(src);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScatterLine<T>(T* to, long* index, T* from, Line line, Axis axis) where T : unmanaged
    {
        for (var n = line.Length; n > 0; n--, to += line.IndexedStep, index += line.IndexStep, from += line.OtherStep)
            to[axis.Check(*index) * axis.Step] = *from;
    }

    private static void ScatterAdd<T>(Tensor y, int dim, Tensor index, Tensor src) where T : unmanaged, INumber<T>
    {
        T* to = (T*)y.Data, from = (T*)src.Data;
        if (y.sizes.Length == 0)
        {
            for (long i = 0; i < index.count; i++) *to += from[i];
            return;
        }
        var (at, axis) = ((nint)index.Data, new Axis(y, dim, "scatter_add"));
        Lines(index.sizes, dim, y.strides, index.strides, src.strides, canDivide: dim == y.sizes.Length - 1,
            line => ScatterAddLine(to + line.Indexed, (long*)at + line.Index, from + line.Other, line, axis));
        GC.KeepAlive(y);
        GC.KeepAlive(index);
        GC.KeepAlive(src);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScatterAddLine<T>(T* to, long* index, T* from, Line line, Axis axis) where T : unmanaged, INumber<T>
    {
        for (var n = line.Length; n > 0; n--, to += line.IndexedStep, index += line.IndexStep, from += line.OtherStep)
            to[axis.Check(*index) * axis.Step] += *from;
    }

    /// <summary>The indexed dimension: its size and step.</summary>
    private readonly struct Axis(Tensor tensor, int dim, string operation)
    {
        private readonly Tensor tensor = tensor;
        private readonly string operation = operation;
        private readonly int dim = dim;
        private readonly long size = tensor.sizes[dim];

        public readonly long Step = tensor.strides[dim];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long Check(long k)
        {
            if ((ulong)k >= (ulong)size) Wrap(k, size, dim, tensor, operation);
            return k;
        }
    }

    /// <summary>
    /// A line along the last dimension: where it begins in the tensor whose dimension is indexed (without that dimension's share), in the
    /// index and in the other tensor, and its steps there.
    /// </summary>
    private readonly record struct Line(long Length, long Indexed, long IndexedStep, long Index, long IndexStep, long Other,
        long OtherStep);

    /// <summary>Calls the body for each line; on several threads when lines write to different places.</summary>
    private static void Lines(long[] sizes, int dim, long[] indexed, long[] index, long[] other, bool canDivide, Action<Line> body)
    {
        var count = Shape.Count(sizes);
        if (count == 0) return;
        var last = sizes.Length - 1;
        var length = sizes[last];
        var indexedStep = dim == last ? 0 : indexed[last];
        if (canDivide) ThreadTeam.For(count / length, Math.Max(1, Grain / length), Run);
        else Run(0, count / length);

        void Run(long begin, long end)
        {
            for (var line = begin; line < end; line++)
            {
                long rest = line, a = 0, b = 0, c = 0;
                for (var d = last - 1; d >= 0; d--)
                {
                    (rest, var i) = Math.DivRem(rest, sizes[d]);
                    if (d != dim) a += i * indexed[d];
                    b += i * index[d];
                    c += i * other[d];
                }
                body(new Line(length, a, indexedStep, b, index[last], c, other[last]));
            }
        }
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
        : throw new IndexOutOfRangeException(
            $"{operation}: index {k} is out of range for dimension {dim} with size {n} (shape {Shape.Text(x.sizes)})");
}
