using System.Numerics;
using System.Runtime.CompilerServices;
using Qiansi.Torch.Tensors;

namespace Qiansi.Torch.Dispatch;

/// <summary>Arithmetic on two tensors, or a tensor and a number, element by element with broadcasting.</summary>
internal static unsafe class Binary
{
    /// <summary>A new tensor of the promoted type.</summary>
    public static Tensor Apply<TOp>(Tensor a, Tensor b, string operation, bool real = false) where TOp : struct, IArithmetic
    {
        var type = Promotion.Of(a, b);
        if (real) type = Promotion.ToFloat(type);
        var work = type.IsHalf() ? ScalarType.Float32 : type;
        if (a.type != work) a = a.Cast(work);
        if (b.type != work) b = b.Cast(work);
        var y = ReferenceEquals(a.sizes, b.sizes) || Shape.Same(a.sizes, b.sizes)
            ? Like(a, b) : Tensor.Empty(Shape.Broadcast(a.sizes, b.sizes, operation), work);
        Run<TOp>(a, b, y);
        return type == work ? y : y.Cast(type);
    }

    /// <summary>A new tensor; the number's type counts only when it is of a higher kind.</summary>
    public static Tensor Apply<TOp>(Tensor a, Scalar b, bool real = false, bool reversed = false) where TOp : struct, IArithmetic
    {
        var type = Promotion.Of(a, b);
        if (real) type = Promotion.ToFloat(type);
        var work = type.IsHalf() ? ScalarType.Float32 : type;
        if (a.type != work) a = a.Cast(work);
        var y = Like(a, a);
        Run<TOp>(a, b, y, reversed);
        return type == work ? y : y.Cast(type);
    }

    /// <summary>Writes into a tensor of the work type; all three have one type.</summary>
    public static void Run<TOp>(Tensor a, Tensor b, Tensor y, bool isOrdered = false) where TOp : struct, IArithmetic
    {
        if (y.type.IsHalf())
        {
            Copy.Run(Apply<TOp>(a.Cast(ScalarType.Float32), b.Cast(ScalarType.Float32), "add"), y);
            return;
        }
        if (b.type != y.type) b = b.Cast(y.type);
        switch (y.type)
        {
            case ScalarType.Float32: Run<TOp, float>(a, b, y, isOrdered); break;
            case ScalarType.Float64: Run<TOp, double>(a, b, y, isOrdered); break;
            case ScalarType.Int64: Run<TOp, long>(a, b, y, isOrdered); break;
            case ScalarType.Int32: Run<TOp, int>(a, b, y, isOrdered); break;
            case ScalarType.Int16: Run<TOp, short>(a, b, y, isOrdered); break;
            case ScalarType.Int8: Run<TOp, sbyte>(a, b, y, isOrdered); break;
            default: Run<TOp, byte>(a, b, y, isOrdered); break;
        }
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(y);
    }

    public static void Run<TOp>(Tensor a, Scalar b, Tensor y, bool reversed = false) where TOp : struct, IArithmetic
    {
        if (y.type.IsHalf())
        {
            Copy.Run(Apply<TOp>(a.Cast(ScalarType.Float32), b, reversed: reversed), y);
            return;
        }
        switch (y.type)
        {
            case ScalarType.Float32: Run<TOp, float>(a, b, y, reversed); break;
            case ScalarType.Float64: Run<TOp, double>(a, b, y, reversed); break;
            case ScalarType.Int64: Run<TOp, long>(a, b, y, reversed); break;
            case ScalarType.Int32: Run<TOp, int>(a, b, y, reversed); break;
            case ScalarType.Int16: Run<TOp, short>(a, b, y, reversed); break;
            case ScalarType.Int8: Run<TOp, sbyte>(a, b, y, reversed); break;
            default: Run<TOp, byte>(a, b, y, reversed); break;
        }
        GC.KeepAlive(a);
        GC.KeepAlive(y);
    }

    /// <summary>As <see cref="Run{TOp}(Tensor, Tensor, Tensor, bool)"/>, on one thread in order: elements of y may share memory.</summary>
    public static void Sequential<TOp>(Tensor a, Tensor b, Tensor y) where TOp : struct, IArithmetic => Run<TOp>(a, b, y, isOrdered: true);

    /// <summary>A tensor for the result of operands of one shape: laid out as they are when both lie alike and without gaps.</summary>
    internal static Tensor Like(Tensor a, Tensor b)
    {
        if (a.rowMajor || !Shape.Same(a.strides, b.strides) || !a.IsDense()) return Tensor.EmptyLike(a.rowMajor ? a : b, a.type);
        return Tensor.EmptyStrided(a.sizes, a.strides, a.type);
    }

    private static void Run<TOp, T>(Tensor a, Tensor b, Tensor y, bool isOrdered) where TOp : struct, IArithmetic
        where T : unmanaged, INumber<T>
    {
        if (a.rowMajor && b.rowMajor && y.rowMajor && a.count == y.count && b.count == y.count)
        {
            Flat<TOp, T>((T*)a.Data, (T*)b.Data, (T*)y.Data, y.count);
            return;
        }
        if (!isOrdered && y.rowMajor && y.count > 4096)
        {
            // A transposed operand is turned first, square by square.
            if (IsAcross(a, y)) a = a.Copy();
            if (IsAcross(b, y)) b = b.Copy();
        }
        var loop = new StridedLoop(y.sizes);
        loop.Add(a);
        loop.Add(b);
        loop.Add(y);
        loop.Run(&Inner<TOp, T>, isOrdered);
        GC.KeepAlive(a);
        GC.KeepAlive(b);
    }

    private static bool IsAcross(Tensor x, Tensor y) =>
        x.sizes.Length > 1 && x.strides[^1] > 1 && x.sizes[^1] > 1 && x.count == y.count && Shape.Same(x.sizes, y.sizes);

    private static void Run<TOp, T>(Tensor a, Scalar b, Tensor y, bool reversed) where TOp : struct, IArithmetic
        where T : unmanaged, INumber<T>
    {
        var value = b.To<T>();
        var loop = new StridedLoop(y.sizes);
        if (reversed) loop.AddScalar(&value);
        loop.Add(a);
        if (!reversed) loop.AddScalar(&value);
        loop.Add(y);
        loop.Run(&Inner<TOp, T>);
    }

    private static void Flat<TOp, T>(T* a, T* b, T* y, long n) where TOp : struct, IArithmetic where T : unmanaged, INumber<T>
    {
        if (TOp.Vectorised(a, 1, b, 1, y, n)) return;
        for (long i = 0; i < n; i += Spans.Chunk)
        {
            var m = Spans.Length(n - i);
            TOp.Do<TOp, T>(new ReadOnlySpan<T>(a + i, m), new ReadOnlySpan<T>(b + i, m), new Span<T>(y + i, m));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Strided<TOp, T>(byte* a, long sa, byte* b, long sb, byte* y, long sy, long n) where TOp : struct, IArithmetic
        where T : unmanaged, INumber<T>
    {
        for (long i = 0; i < n; i++)
        {
            *(T*)y = TOp.Do(*(T*)a, *(T*)b);
            a += sa;
            b += sb;
            y += sy;
        }
    }

    private static void Inner<TOp, T>(byte** p, long* s, long n) where TOp : struct, IArithmetic where T : unmanaged, INumber<T>
    {
        if (n == 1 || s[2] != sizeof(T) || (s[0] != 0 && s[0] != sizeof(T)) || (s[1] != 0 && s[1] != sizeof(T)) || (s[0] == 0 && s[1] == 0))
        {
            Strided<TOp, T>(p[0], s[0], p[1], s[1], p[2], s[2], n);
            return;
        }
        var a = (T*)p[0];
        var b = (T*)p[1];
        var y = (T*)p[2];
        if (s[0] != 0 && s[1] != 0)
        {
            Flat<TOp, T>(a, b, y, n);
            return;
        }
        if (TOp.Vectorised(a, s[0] == 0 ? 0 : 1, b, s[1] == 0 ? 0 : 1, y, n)) return;
        for (long i = 0; i < n; i += Spans.Chunk)
        {
            var m = Spans.Length(n - i);
            if (s[1] == 0) TOp.Do<TOp, T>(new ReadOnlySpan<T>(a + i, m), *b, new Span<T>(y + i, m));
            else TOp.Do<TOp, T>(*a, new ReadOnlySpan<T>(b + i, m), new Span<T>(y + i, m));
        }
    }
}
