using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>a + b.</summary>
internal readonly struct Add<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => a + b;
}

/// <summary>a - b.</summary>
internal readonly struct Subtract<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => a - b;
}

/// <summary>a · b.</summary>
internal readonly struct Multiply<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => a * b;
}

/// <summary>a / b.</summary>
internal readonly struct Divide<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => a / b;
}

/// <summary>a + scale·b.</summary>
internal readonly struct AddScaled<T>(T scale) : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => V.Fma(V.Broadcast(scale), b, a);
}

/// <summary>The smaller; NaN if either is.</summary>
internal readonly struct Minimum<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => V.Min(a, b);
}

/// <summary>The larger; NaN if either is.</summary>
internal readonly struct Maximum<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => V.Max(a, b);
}

/// <summary>a to the power b.</summary>
internal readonly struct Power<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => VecLog.Pow<T, V>(a, b);
}
