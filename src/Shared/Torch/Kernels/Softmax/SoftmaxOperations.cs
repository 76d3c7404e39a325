using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>(x + first) + second: where first takes away what x is large by, and second would be lost in first.</summary>
internal readonly struct ShiftTwice<T>(T first, T second) : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => x + V.Broadcast(first) + V.Broadcast(second);
}

/// <summary>x · factor.</summary>
internal readonly struct Scale<T>(T factor) : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => x * V.Broadcast(factor);
}

/// <summary>x · factor + shift: what a normalisation does to one channel.</summary>
internal readonly struct Affine<T>(T factor, T shift) : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.Fma(x, V.Broadcast(factor), V.Broadcast(shift));
}

/// <summary>a·p + b·q + r: the gradient of a normalisation from dy (a) and x (b).</summary>
internal readonly struct Affine2<T>(T p, T q, T r) : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => V.Fma(a, V.Broadcast(p), V.Fma(b, V.Broadcast(q), V.Broadcast(r)));
}

/// <summary>a = dy, b = y: y·(dy - sum).</summary>
internal readonly struct SoftmaxGradient<T>(T sum) : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => b * (a - V.Broadcast(sum));
}

/// <summary>a = dy, b = log-softmax: dy - e^b·sum.</summary>
internal readonly struct LogSoftmaxGradient<T>(T sum) : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 10;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V a, V b)
        where V : struct, IVec<V, T> => a - VecExp.Exp<T, V>(b) * V.Broadcast(sum);
}
