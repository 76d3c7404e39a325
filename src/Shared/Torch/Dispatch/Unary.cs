using System.Numerics;
using Qiansi.Torch.Tensors;

namespace Qiansi.Torch.Dispatch;

/// <summary>A function of each element.</summary>
internal static unsafe class Unary
{
    /// <summary>A new tensor of the same type.</summary>
    public static Tensor Apply<TOp>(Tensor x) where TOp : struct, IElementwise
    {
        if (x.type.IsHalf()) return Apply<TOp>(x.Cast(ScalarType.Float32)).Cast(x.type);
        var y = Binary.Like(x, x);
        Run<TOp>(x, y);
        return y;
    }

    /// <summary>A new tensor of real numbers; integers become the default float.</summary>
    public static Tensor Real<TOp>(Tensor x) where TOp : struct, IRealFunction
    {
        if (x.type.IsHalf()) return Real<TOp>(x.Cast(ScalarType.Float32)).Cast(x.type);
        if (!x.type.IsFloating()) x = x.Cast(Promotion.DefaultFloat);
        var y = Binary.Like(x, x);
        RunReal<TOp>(x, y);
        return y;
    }

    /// <summary>min(max(x, low), high) in one pass; null for what the pass does not take: integers, views, bounds that are NaN.</summary>
    public static Tensor? Clamp(Tensor x, Scalar low, Scalar high)
    {
        if (!x.rowMajor || x.type is not (ScalarType.Float32 or ScalarType.Float64) || double.IsNaN(low.ToDouble())
            || double.IsNaN(high.ToDouble())) return null;
        var y = Tensor.EmptyLike(x, x.type);
        if (x.type == ScalarType.Float32)
            Kernels.Unary.Run(new Kernels.Clamp<float>(low.To<float>(), high.To<float>()), (float*)x.Data, (float*)y.Data, x.count);
        else Kernels.Unary.Run(new Kernels.Clamp<double>(low.To<double>(), high.To<double>()), (double*)x.Data, (double*)y.Data, x.count);
        GC.KeepAlive(x);
        GC.KeepAlive(y);
        return y;
    }

    public static void Run<TOp>(Tensor x, Tensor y) where TOp : struct, IElementwise
    {
        switch (x.type)
        {
            case ScalarType.Float32: Loop(x, y, &Inner<TOp, float>); break;
            case ScalarType.Float64: Loop(x, y, &Inner<TOp, double>); break;
            case ScalarType.Int64: Loop(x, y, &Inner<TOp, long>); break;
            case ScalarType.Int32: Loop(x, y, &Inner<TOp, int>); break;
            case ScalarType.Int16: Loop(x, y, &Inner<TOp, short>); break;
            case ScalarType.Int8: Loop(x, y, &Inner<TOp, sbyte>); break;
            default: Loop(x, y, &Inner<TOp, byte>); break;
        }
    }

    public static void RunReal<TOp>(Tensor x, Tensor y) where TOp : struct, IRealFunction
    {
        if (x.type == ScalarType.Float32) Loop(x, y, &InnerReal<TOp, float>);
        else Loop(x, y, &InnerReal<TOp, double>);
    }

    private static void Loop(Tensor x, Tensor y, delegate*<byte**, long*, long, void> kernel)
    {
        var loop = new StridedLoop(y.sizes);
        loop.Add(x);
        loop.Add(y);
        loop.Run(kernel);
        GC.KeepAlive(x);
        GC.KeepAlive(y);
    }

    private static void Inner<TOp, T>(byte** p, long* s, long n) where TOp : struct, IElementwise where T : unmanaged, INumber<T>
    {
        if (s[0] == sizeof(T) && s[1] == sizeof(T))
        {
            if (TOp.Vectorised((T*)p[0], (T*)p[1], n)) return;
            for (long i = 0; i < n; i += Spans.Chunk)
                TOp.Do<TOp, T>(new ReadOnlySpan<T>((T*)p[0] + i, Spans.Length(n - i)), new Span<T>((T*)p[1] + i, Spans.Length(n - i)));
            return;
        }
        for (long i = 0; i < n; i++) *(T*)(p[1] + (i * s[1])) = TOp.Do(*(T*)(p[0] + (i * s[0])));
    }

    private static void InnerReal<TOp, T>(byte** p, long* s, long n) where TOp : struct, IRealFunction
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (s[0] == sizeof(T) && s[1] == sizeof(T))
        {
            if (TOp.Vectorised((T*)p[0], (T*)p[1], n)) return;
            for (long i = 0; i < n; i += Spans.Chunk)
                TOp.Do<TOp, T>(new ReadOnlySpan<T>((T*)p[0] + i, Spans.Length(n - i)), new Span<T>((T*)p[1] + i, Spans.Length(n - i)));
            return;
        }
        for (long i = 0; i < n; i++) *(T*)(p[1] + (i * s[1])) = TOp.Do(*(T*)(p[0] + (i * s[0])));
    }
}
