using System.Numerics;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Kernels;

/// <summary>Where row k of the right operand's panel stands; a row is contiguous.</summary>
internal unsafe interface IBRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    T* Row<V>(long k)
        where V : struct, IVec<V, T>;
}

/// <summary>Rows one after the other, two registers wide: a packed panel.</summary>
internal readonly unsafe struct PackedRows<T>(T* start) : IBRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* Row<V>(long k)
        where V : struct, IVec<V, T> => start + k * (2 * V.Count);
}

/// <summary>Rows of a matrix in place, <c>stride</c> elements apart.</summary>
internal readonly unsafe struct StridedRows<T>(T* start, long stride) : IBRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* Row<V>(long k)
        where V : struct, IVec<V, T> => start + k * stride;
}

/// <summary>
/// Rows anywhere: row k starts <c>offsets[k]</c> elements after <c>start</c> (a convolution's window over its padded image).
/// </summary>
internal readonly unsafe struct OffsetRows<T>(T* start, long* offsets) : IBRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* Row<V>(long k)
        where V : struct, IVec<V, T> => start + offsets[k];
}

/// <summary>How the left operand's panel stands.</summary>
internal interface IALayout
{
    static abstract bool Packed { get; }
}

/// <summary>The panel's rows side by side for each k.</summary>
internal readonly struct PackedLeft : IALayout
{
    public static bool Packed => true;
}

/// <summary>In place, with a row and a column stride.</summary>
internal readonly struct StridedLeft : IALayout
{
    public static bool Packed => false;
}
