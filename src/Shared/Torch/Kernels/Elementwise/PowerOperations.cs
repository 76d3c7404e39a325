using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>x².</summary>
internal readonly struct Square<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => x * x;
}

/// <summary>x³.</summary>
internal readonly struct Cube<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => x * x * x;
}

/// <summary>√x; NaN below 0.</summary>
internal readonly struct SquareRoot<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.Sqrt(x);
}

/// <summary>1/√x.</summary>
internal readonly struct InverseSquareRoot<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.Const(1) / V.Sqrt(x);
}

/// <summary>1/x.</summary>
internal readonly struct Reciprocal<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => V.Const(1) / x;
}

/// <summary>e^x.</summary>
internal readonly struct Exponential<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => VecExp.Exp<T, V>(x);
}

/// <summary>e^x - 1.</summary>
internal readonly struct ExponentialMinus1<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 12;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => VecExp.Expm1<T, V>(x);
}

/// <summary>ln x.</summary>
internal readonly struct Logarithm<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 10;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => VecLog.Log<T, V>(x);
}

/// <summary>ln(1 + x).</summary>
internal readonly struct Logarithm1p<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => VecLog.Log1p<T, V>(x);
}

/// <summary>log₂ x.</summary>
internal readonly struct Logarithm2<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 10;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => VecLog.Log<T, V>(x) * V.Const(1.4426950408889634);
}

/// <summary>log₁₀ x.</summary>
internal readonly struct Logarithm10<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 10;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => VecLog.Log<T, V>(x) * V.Const(0.43429448190325182);
}

/// <summary>sin x, x in radians.</summary>
internal readonly struct Sine<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 12;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => VecTrig.Sin<T, V>(x);
}

/// <summary>cos x, x in radians.</summary>
internal readonly struct Cosine<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 12;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => VecTrig.Cos<T, V>(x);
}

/// <summary>x to a fixed power.</summary>
internal readonly struct PowerOf<T>(T exponent) : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Cost => 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V x)
        where V : struct, IVec<V, T> => VecLog.Pow<T, V>(x, V.Broadcast(exponent));
}
