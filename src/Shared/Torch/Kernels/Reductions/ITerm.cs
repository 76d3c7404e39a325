using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>What one element adds to a sum.</summary>
internal interface ITerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    V Add<V>(V sum, V x, V y)
        where V : struct, IVec<V, T>;
}

internal readonly struct SumOf<T> : ITerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Add<V>(V sum, V x, V y)
        where V : struct, IVec<V, T> => sum + x;
}

internal readonly struct ProductOf<T> : ITerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Add<V>(V sum, V x, V y)
        where V : struct, IVec<V, T> => V.Fma(x, y, sum);
}

internal readonly struct DeviationOf<T>(T center) : ITerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Add<V>(V sum, V x, V y)
        where V : struct, IVec<V, T> => sum + (x - V.Broadcast(center));
}

internal readonly struct SquaredDeviationOf<T>(T center) : ITerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Add<V>(V sum, V x, V y)
        where V : struct, IVec<V, T>
    {
        var d = x - V.Broadcast(center);
        return V.Fma(d, d, sum);
    }
}

internal readonly struct CenteredProductOf<T>(T center) : ITerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Add<V>(V sum, V x, V y)
        where V : struct, IVec<V, T> => V.Fma(x - V.Broadcast(center), y, sum);
}
