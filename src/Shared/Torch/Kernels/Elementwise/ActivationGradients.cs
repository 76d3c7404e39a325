using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>a = dy, b = x or y: dy where x is above 0.</summary>
internal readonly struct ReluGradient<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => V.Select(V.Greater(b, V.Zero), a, V.Zero);
}

/// <summary>a = dy, b = x.</summary>
internal readonly struct LeakyReluGradient<T>(T slope) : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => V.Select(V.Greater(b, V.Zero), a, a * V.Broadcast(slope));
}

/// <summary>a = dy, b = sigmoid(x): dy·y·(1 - y).</summary>
internal readonly struct SigmoidGradient<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => a * (V.Const(1) - b) * b;
}

/// <summary>a = dy, b = tanh(x): dy·(1 - y²).</summary>
internal readonly struct TanhGradient<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => a * (V.Const(1) - b * b);
}

/// <summary>a = dy, b = x: dy·σ(x)·(1 + x·(1 - σ(x))).</summary>
internal readonly struct SiluGradient<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 14;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T>
    {
        var s = VecExp.Sigmoid<T, V>(b);
        return a * s * (V.Const(1) + b * (V.Const(1) - s));
    }
}

/// <summary>a = dy, b = x: dy·(Φ(x) + x·φ(x)).</summary>
internal readonly struct GeluGradient<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 24;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => a * VecErf.GeluSlope<T, V>(b);
}

/// <summary>a = dy, b = x, for the tanh approximation.</summary>
internal readonly struct GeluTanhGradient<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 20;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => a * VecErf.GeluTanhSlope<T, V>(b);
}

/// <summary>a = dy, b = x: dy·σ(x).</summary>
internal readonly struct SoftplusGradient<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 12;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => a * VecExp.Sigmoid<T, V>(b);
}

/// <summary>a = dy, b = x.</summary>
internal readonly struct EluGradient<T>(T alpha) : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 12;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => V.Select(V.Greater(b, V.Zero), a, a * V.Broadcast(alpha) * VecExp.Exp<T, V>(b));
}

/// <summary>a = dy, b = x.</summary>
internal readonly struct HardSwishGradient<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T>
    {
        var middle = a * (b / V.Const(3) + V.Const(0.5));
        return V.Select(V.GreaterOrEqual(b, V.Const(3)), a, V.Select(V.Greater(b, V.Const(-3)), middle, V.Zero));
    }
}
