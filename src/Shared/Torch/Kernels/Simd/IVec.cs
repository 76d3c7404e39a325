using System.Numerics;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// A register of floating-point lanes. A kernel is written once over it and runs as <see cref="Vec512{T}"/>, <see cref="Vec256{T}"/>,
/// <see cref="Vec128{T}"/> or <see cref="Vec1{T}"/>; <see cref="SimdWidth"/> chooses. Masks are lanes of all ones or all zeros.
/// </summary>
internal unsafe interface IVec<TSelf, T>
    where TSelf : struct, IVec<TSelf, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static abstract int Count { get; }

    static abstract TSelf Zero { get; }

    static abstract TSelf Load(T* p);

    void Store(T* p);

    static abstract TSelf Broadcast(T value);

    /// <summary>A constant, rounded to T when the method is compiled.</summary>
    static abstract TSelf Const(double value);

    /// <summary>A bit pattern, one for each of the two types.</summary>
    static abstract TSelf Bits(long float32, long float64);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a);

    static abstract TSelf operator &(TSelf a, TSelf b);

    static abstract TSelf operator |(TSelf a, TSelf b);

    static abstract TSelf operator ^(TSelf a, TSelf b);

    /// <summary>a · b + c, with one rounding where the machine can.</summary>
    static abstract TSelf Fma(TSelf a, TSelf b, TSelf c);

    /// <summary>The smaller; NaN if either is NaN.</summary>
    static abstract TSelf Min(TSelf a, TSelf b);

    /// <summary>The larger; NaN if either is NaN.</summary>
    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>The smaller in one instruction; b if either is NaN (x86).</summary>
    static abstract TSelf MinFast(TSelf a, TSelf b);

    /// <summary>The larger in one instruction; b if either is NaN (x86).</summary>
    static abstract TSelf MaxFast(TSelf a, TSelf b);

    static abstract TSelf Abs(TSelf a);

    static abstract TSelf Sqrt(TSelf a);

    /// <summary>To the nearest integer, halves to even.</summary>
    static abstract TSelf Round(TSelf a);

    static abstract TSelf Floor(TSelf a);

    static abstract TSelf Ceiling(TSelf a);

    static abstract TSelf Truncate(TSelf a);

    static abstract TSelf Greater(TSelf a, TSelf b);

    static abstract TSelf GreaterOrEqual(TSelf a, TSelf b);

    static abstract TSelf Equal(TSelf a, TSelf b);

    static abstract TSelf Select(TSelf mask, TSelf yes, TSelf no);

    /// <summary>a &amp; ~not.</summary>
    static abstract TSelf AndNot(TSelf a, TSelf not);

    static abstract bool Any(TSelf mask);

    static abstract TSelf ShiftLeft(TSelf bits, int float32, int float64);

    static abstract TSelf AddBits(TSelf a, TSelf b);

    static abstract TSelf SubtractBits(TSelf a, TSelf b);

    /// <summary>The lanes' bits as integers, shifted right with their sign, as numbers.</summary>
    static abstract TSelf ShiftRightToNumber(TSelf bits, int float32, int float64);

    static abstract T Sum(TSelf a);

    static abstract T MaxAcross(TSelf a);

    static abstract T MinAcross(TSelf a);

    /// <summary>Lane by lane through a scalar function: what is not worth a vector version (most of float64).</summary>
    static abstract TSelf Map(TSelf a, delegate*<double, double> function);

    static abstract TSelf Map(TSelf a, TSelf b, delegate*<double, double, double> function);
}
