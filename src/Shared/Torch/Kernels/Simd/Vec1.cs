using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// One lane, in the lowest lane of a Vector128: the software path, and the tail of every loop. The same operations in the same order as the
/// wide vectors, whose source it shares, so a value does not depend on where it stands.
/// </summary>
internal readonly unsafe partial struct Vec1<T> : IVec<Vec1<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Load(T* p) => new(Vector128.CreateScalar(*p));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T* p) => *p = _value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vec1<T> mask) =>
        typeof(T) == typeof(float) ? mask._value.AsInt32().ToScalar() != 0 : mask._value.AsInt64().ToScalar() != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Vec1<T> a) => a._value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxAcross(Vec1<T> a) => a._value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinAcross(Vec1<T> a) => a._value.ToScalar();
}
