using System.Numerics;
using Qiansi.Torch.Tensors;

namespace Qiansi.Torch.Dispatch;

/// <summary>An operation on the bits of two integers.</summary>
internal interface IBits
{
    static abstract T Do<T>(T a, T b) where T : unmanaged, IBinaryInteger<T>;
}

internal struct And : IBits
{
    public static T Do<T>(T a, T b) where T : unmanaged, IBinaryInteger<T> => a & b;
}

internal struct Or : IBits
{
    public static T Do<T>(T a, T b) where T : unmanaged, IBinaryInteger<T> => a | b;
}

internal struct Xor : IBits
{
    public static T Do<T>(T a, T b) where T : unmanaged, IBinaryInteger<T> => a ^ b;
}

internal struct ShiftLeft : IBits
{
    public static T Do<T>(T a, T b) where T : unmanaged, IBinaryInteger<T> => Places.Within<T>(b) ? a << int.CreateTruncating(b) : T.Zero;
}

internal struct ShiftRight : IBits
{
    public static T Do<T>(T a, T b) where T : unmanaged, IBinaryInteger<T> =>
        Places.Within<T>(b) ? a >> int.CreateTruncating(b) : T.IsNegative(a) ? -T.One : T.Zero;
}

file static class Places
{
    /// <summary>Whether a shift by so many places leaves bits; C# takes the number modulo the width, PyTorch shifts everything
    /// out.</summary>
    public static unsafe bool Within<T>(T places) where T : unmanaged, IBinaryInteger<T> =>
        !T.IsNegative(places) && places < T.CreateChecked(8 * sizeof(T));
}

/// <summary>Operations on bits, element by element.</summary>
internal static unsafe class Bits
{
    public static Tensor Apply<TOp>(Tensor a, Tensor b, string operation) where TOp : struct, IBits
    {
        var type = Promotion.Of(a, b);
        if (type.IsFloating())
            throw new InvalidOperationException(
                $"{operation}: bits of {type.TorchName()} are not combined; use integers or truth values (comparisons give them)");
        a = a.Cast(type);
        b = b.Cast(type);
        var y = Tensor.Empty(Shape.Broadcast(a.sizes, b.sizes, operation), type);
        var loop = new StridedLoop(y.sizes);
        loop.Add(a);
        loop.Add(b);
        loop.Add(y);
        switch (type)
        {
            case ScalarType.Int64: loop.Run(&Inner<TOp, long>); break;
            case ScalarType.Int32: loop.Run(&Inner<TOp, int>); break;
            case ScalarType.Int16: loop.Run(&Inner<TOp, short>); break;
            case ScalarType.Int8: loop.Run(&Inner<TOp, sbyte>); break;
            default: loop.Run(&Inner<TOp, byte>); break;
        }
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(y);
        return y;
    }

    private static void Inner<TOp, T>(byte** p, long* s, long n) where TOp : struct, IBits where T : unmanaged, IBinaryInteger<T>
    {
        for (long i = 0; i < n; i++) *(T*)(p[2] + (i * s[2])) = TOp.Do(*(T*)(p[0] + (i * s[0])), *(T*)(p[1] + (i * s[1])));
    }
}
