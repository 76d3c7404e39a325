using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>-x.</summary>
internal readonly struct Negate<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => -x;
}

/// <summary>|x|.</summary>
internal readonly struct Absolute<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.Abs(x);
}

/// <summary>-1, 0 or 1; NaN for NaN.</summary>
internal readonly struct Sign<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T>
    {
        var size = V.Select(V.Greater(x, V.Zero), V.Const(1), V.Select(V.Greater(V.Zero, x), V.Const(-1), V.Zero));
        return V.Select(V.Equal(x, x), size, x);
    }
}

/// <summary>The largest integer not above x.</summary>
internal readonly struct Floor<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.Floor(x);
}

/// <summary>The smallest integer not below x.</summary>
internal readonly struct Ceiling<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.Ceiling(x);
}

/// <summary>The nearest integer, halves to even.</summary>
internal readonly struct RoundEven<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.Round(x);
}

/// <summary>x without its fraction.</summary>
internal readonly struct Truncate<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.Truncate(x);
}

/// <summary>x held within [low, high]; NaN stays.</summary>
internal readonly struct Clamp<T>(T low, T high) : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.MinFast(V.Broadcast(high), V.MaxFast(V.Broadcast(low), x));
}
