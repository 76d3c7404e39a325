using System.Numerics;
using Qiansi.Torch.Storages;

namespace Qiansi.Torch.Dispatch;

/// <summary>Reductions over any set of dimensions.</summary>
/// <remarks>
/// The dimensions are taken in blocks of neighbours, the last block first: a block at the end is reduced row by row, one further in by
/// adding whole rows up. Neither needs a transposed copy. What is not contiguous is made so first.
/// </remarks>
internal static unsafe class Reduce
{
    /// <summary>The sizes with reduced dimensions as 1 (kept) or left out.</summary>
    public static long[] Sizes(long[] sizes, bool[] mask, bool keepdim)
    {
        var result = new List<long>(sizes.Length);
        for (var i = 0; i < sizes.Length; i++)
        {
            if (!mask[i]) result.Add(sizes[i]);
            else if (keepdim) result.Add(1);
        }
        return result.Count == 0 ? Shape.Scalar : [.. result];
    }

    public static Tensor Apply<TOp>(Tensor x, bool[] mask, bool keepdim) where TOp : struct, IReduction
    {
        if (x.type.IsHalf()) return Apply<TOp>(x.Cast(ScalarType.Float32), mask, keepdim).Cast(x.type);
        var sizes = Sizes(x.sizes, mask, keepdim);
        var work = x.rowMajor ? x : x.Contiguous();
        var shape = (long[])work.sizes.Clone();
        var end = shape.Length;
        while (true)
        {
            while (end > 0 && !mask[end - 1]) end--;
            if (end == 0) break;
            var start = end;
            while (start > 0 && mask[start - 1]) start--;
            var (outer, middle, inner) = (Shape.Count(shape.AsSpan(0, start)), Shape.Count(shape.AsSpan(start, end - start)),
                Shape.Count(shape.AsSpan(end)));
            for (var i = start; i < end; i++) shape[i] = 1;
            var next = Tensor.Empty([outer * inner], x.type);
            Block<TOp>(work, next, outer, middle, inner);
            if (!ReferenceEquals(work, x)) work.Dispose();
            work = next;
            end = start;
        }
        if (ReferenceEquals(work, x)) return x.sizes.Length == 0 ? x.Copy() : x.Copy().Reshaped(sizes);
        return work.Reshaped(sizes);
    }

    private static void Block<TOp>(Tensor x, Tensor y, long outer, long middle, long inner) where TOp : struct, IReduction
    {
        switch (x.type)
        {
            case ScalarType.Float32: Block<TOp, float>((float*)x.Data, (float*)y.Data, outer, middle, inner); break;
            case ScalarType.Float64: Block<TOp, double>((double*)x.Data, (double*)y.Data, outer, middle, inner); break;
            case ScalarType.Int64: Block<TOp, long>((long*)x.Data, (long*)y.Data, outer, middle, inner); break;
            case ScalarType.Int32: Block<TOp, int>((int*)x.Data, (int*)y.Data, outer, middle, inner); break;
            case ScalarType.Int16: Block<TOp, short>((short*)x.Data, (short*)y.Data, outer, middle, inner); break;
            case ScalarType.Int8: Block<TOp, sbyte>((sbyte*)x.Data, (sbyte*)y.Data, outer, middle, inner); break;
            default: Block<TOp, byte>(x.Data, y.Data, outer, middle, inner); break;
        }
        GC.KeepAlive(x);
        GC.KeepAlive(y);
    }

    private static void Block<TOp, T>(T* x, T* y, long outer, long middle, long inner) where TOp : struct, IReduction
        where T : unmanaged, INumber<T>
    {
        if (outer * inner == 0) return;
        if (middle == 0)
        {
            for (long i = 0; i < outer * inner; i++) y[i] = TOp.Empty<T>();
            return;
        }
        if (TOp.Vectorised(x, y, outer, middle, inner)) return;
        for (long o = 0; o < outer; o++)
        {
            if (inner == 1) y[o] = Row<TOp, T>(x + (o * middle), middle);
            else Columns<TOp, T>(x + (o * middle * inner), y + (o * inner), middle, inner);
        }
    }

    private static T Row<TOp, T>(T* x, long n) where TOp : struct, IReduction where T : unmanaged, INumber<T>
    {
        if (n <= Spans.Chunk) return TOp.Row(new ReadOnlySpan<T>(x, (int)n));
        var parts = new List<T>();
        for (long i = 0; i < n; i += Spans.Chunk) parts.Add(TOp.Row(new ReadOnlySpan<T>(x + i, Spans.Length(n - i))));
        return TOp.Row<T>(parts.ToArray());
    }

    /// <summary>Adds rows up: in blocks, whose sums are added, so that a float32 sum over many rows keeps its digits.</summary>
    private static void Columns<TOp, T>(T* x, T* y, long rows, long inner) where TOp : struct, IReduction where T : unmanaged, INumber<T>
    {
        const int RowBlock = 128;
        var target = new Span<T>(y, Spans.Length(inner));
        new ReadOnlySpan<T>(x, target.Length).CopyTo(target);
        var first = Math.Min(rows, RowBlock);
        for (long r = 1; r < first; r++) TOp.Rows(new ReadOnlySpan<T>(x + (r * inner), target.Length), target);
        if (rows <= RowBlock) return;
        var block = NativePool.Take(inner * sizeof(T), out var capacity);
        var sum = new Span<T>(block, target.Length);
        for (long r = RowBlock; r < rows; r += RowBlock)
        {
            new ReadOnlySpan<T>(x + (r * inner), target.Length).CopyTo(sum);
            for (var k = r + 1; k < Math.Min(rows, r + RowBlock); k++) TOp.Rows(new ReadOnlySpan<T>(x + (k * inner), target.Length), sum);
            TOp.Rows(sum, target);
        }
        NativePool.Return(block, capacity);
    }
}
