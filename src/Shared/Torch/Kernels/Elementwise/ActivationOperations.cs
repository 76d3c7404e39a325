using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>max(x, 0); NaN stays.</summary>
internal readonly struct Relu<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.Select(V.Greater(V.Zero, x), V.Zero, x);
}

/// <summary>x above 0, slope·x below.</summary>
internal readonly struct LeakyRelu<T>(T slope) : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.Select(V.Greater(x, V.Zero), x, x * V.Broadcast(slope));
}

/// <summary>1 / (1 + e^-x).</summary>
internal readonly struct Sigmoid<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 12;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => VecExp.Sigmoid<T, V>(x);
}

/// <summary>tanh x.</summary>
internal readonly struct HyperbolicTangent<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 14;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => VecExp.Tanh<T, V>(x);
}

/// <summary>x / (1 + e^-x).</summary>
internal readonly struct Silu<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 12;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => x * VecExp.Sigmoid<T, V>(x);
}

/// <summary>erf x.</summary>
internal readonly struct ErrorFunction<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => VecErf.Erf<T, V>(x);
}

/// <summary>x·Φ(x).</summary>
internal readonly struct Gelu<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => VecErf.Gelu<T, V>(x);
}

/// <summary>GELU in its tanh approximation.</summary>
internal readonly struct GeluTanh<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => VecErf.GeluTanh<T, V>(x);
}

/// <summary>ln(1 + e^x), without overflow.</summary>
internal readonly struct Softplus<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 24;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.Max(x, V.Zero) + VecLog.Log1p<T, V>(VecExp.Exp<T, V>(-V.Abs(x)));
}

/// <summary>ln sigmoid(x), without overflow.</summary>
internal readonly struct LogSigmoid<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 24;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.Min(x, V.Zero) - VecLog.Log1p<T, V>(VecExp.Exp<T, V>(-V.Abs(x)));
}

/// <summary>min(max(x + 3, 0), 6) / 6.</summary>
internal readonly struct HardSigmoid<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.Min(V.Max(x + V.Const(3), V.Zero), V.Const(6)) / V.Const(6);
}

/// <summary>x · hardsigmoid(x).</summary>
internal readonly struct HardSwish<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => x * V.Min(V.Max(x + V.Const(3), V.Zero), V.Const(6)) / V.Const(6);
}

/// <summary>x above 0, alpha·(e^x - 1) below.</summary>
internal readonly struct Elu<T>(T alpha) : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 12;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.Select(V.Greater(x, V.Zero), x, V.Broadcast(alpha) * VecExp.Expm1<T, V>(x));
}
