using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Qiansi.Torch.Kernels;

// The largest and the smallest lane: by halves, down to 128 bits.
internal readonly unsafe partial struct Vec512<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxAcross(Vec512<T> a) => Vec256<T>.MaxAcross(new(Vector256.Max(a._value.GetLower(), a._value.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinAcross(Vec512<T> a) => Vec256<T>.MinAcross(new(Vector256.Min(a._value.GetLower(), a._value.GetUpper())));
}

internal readonly unsafe partial struct Vec256<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxAcross(Vec256<T> a) => Vec128<T>.MaxAcross(new(Vector128.Max(a._value.GetLower(), a._value.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinAcross(Vec256<T> a) => Vec128<T>.MinAcross(new(Vector128.Min(a._value.GetLower(), a._value.GetUpper())));
}

internal readonly unsafe partial struct Vec128<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxAcross(Vec128<T> a)
    {
        var best = a._value.ToScalar();
        for (var i = 1; i < Count; i++) best = T.Max(best, a._value.GetElement(i));
        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinAcross(Vec128<T> a)
    {
        var best = a._value.ToScalar();
        for (var i = 1; i < Count; i++) best = T.Min(best, a._value.GetElement(i));
        return best;
    }
}
