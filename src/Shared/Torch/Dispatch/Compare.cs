using System.Numerics;
using System.Runtime.CompilerServices;
using Qiansi.Torch.Tensors;

namespace Qiansi.Torch.Dispatch;

/// <summary>Questions about two tensors, or a tensor and a number: a new tensor of truth values.</summary>
internal static unsafe class Compare
{
    public static Tensor Apply<TOp>(Tensor a, Tensor b, string operation) where TOp : struct, IComparison
    {
        var type = Promotion.Of(a, b);
        if (type.IsHalf()) type = ScalarType.Float32;
        if (a.type != type) a = a.Cast(type);
        if (b.type != type) b = b.Cast(type);
        var y = Tensor.Empty(Shape.Broadcast(a.sizes, b.sizes, operation), ScalarType.Bool);
        var loop = new StridedLoop(y.sizes);
        loop.Add(a);
        loop.Add(b);
        loop.Add(y);
        Run<TOp>(ref loop, type);
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(y);
        return y;
    }

    public static Tensor Apply<TOp>(Tensor a, Scalar b) where TOp : struct, IComparison
    {
        var type = Promotion.Of(a, b);
        if (type.IsHalf()) type = ScalarType.Float32;
        if (a.type != type) a = a.Cast(type);
        var y = Tensor.EmptyLike(a, ScalarType.Bool);
        var loop = new StridedLoop(y.sizes);
        var room = stackalloc byte[8];
        loop.Add(a);
        loop.AddScalar(room);
        loop.Add(y);
        switch (type)
        {
            case ScalarType.Float32: *(float*)room = b.To<float>(); break;
            case ScalarType.Float64: *(double*)room = b.To<double>(); break;
            case ScalarType.Int64: *(long*)room = b.To<long>(); break;
            case ScalarType.Int32: *(int*)room = b.To<int>(); break;
            case ScalarType.Int16: *(short*)room = b.To<short>(); break;
            case ScalarType.Int8: *(sbyte*)room = b.To<sbyte>(); break;
            default: *room = (byte)b.ToInt64(); break;
        }
        Run<TOp>(ref loop, type);
        GC.KeepAlive(a);
        GC.KeepAlive(y);
        return y;
    }

    private static void Run<TOp>(ref StridedLoop loop, ScalarType type) where TOp : struct, IComparison
    {
        switch (type)
        {
            case ScalarType.Float32: loop.Run(&Inner<TOp, float>); break;
            case ScalarType.Float64: loop.Run(&Inner<TOp, double>); break;
            case ScalarType.Int64: loop.Run(&Inner<TOp, long>); break;
            case ScalarType.Int32: loop.Run(&Inner<TOp, int>); break;
            case ScalarType.Int16: loop.Run(&Inner<TOp, short>); break;
            case ScalarType.Int8: loop.Run(&Inner<TOp, sbyte>); break;
            default: loop.Run(&Inner<TOp, byte>); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Inner<TOp, T>(byte** p, long* s, long n) where TOp : struct, IComparison where T : unmanaged, INumber<T>
    {
        var a = p[0];
        var b = p[1];
        var y = p[2];
        var (sa, sb, sy) = (s[0], s[1], s[2]);
        for (; n > 0; n--, a += sa, b += sb, y += sy) *y = TOp.Do(*(T*)a, *(T*)b) ? (byte)1 : (byte)0;
    }
}
