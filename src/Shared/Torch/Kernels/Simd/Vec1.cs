using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Qiansi.Torch.Kernels;

/// <summary>
/// One lane, in the lowest lane of a Vector128: the software path, and the tail of every loop. The same operations in the same order as the
/// wide vectors, so a value does not depend on where it stands.
/// </summary>
internal readonly unsafe struct Vec1<T> : IVec<Vec1<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector128<T> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vec1(Vector128<T> value) => _value = value;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    public static Vec1<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector128<T>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Load(T* p) => new(Vector128.CreateScalar(*p));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T* p) => *p = _value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Broadcast(T value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Const(double value) =>
        typeof(T) == typeof(float) ? new(Vector128.Create((float)value).As<float, T>()) : new(Vector128.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Bits(long float32, long float64) =>
        typeof(T) == typeof(float) ? new(Vector128.Create((int)float32).As<int, T>()) : new(Vector128.Create(float64).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> operator +(Vec1<T> a, Vec1<T> b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> operator -(Vec1<T> a, Vec1<T> b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> operator *(Vec1<T> a, Vec1<T> b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> operator /(Vec1<T> a, Vec1<T> b) => new(a._value / b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> operator -(Vec1<T> a) => new(-a._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> operator &(Vec1<T> a, Vec1<T> b) => new(a._value & b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> operator |(Vec1<T> a, Vec1<T> b) => new(a._value | b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> operator ^(Vec1<T> a, Vec1<T> b) => new(a._value ^ b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Fma(Vec1<T> a, Vec1<T> b, Vec1<T> c) => typeof(T) == typeof(float)
        ? new(Vector128.MultiplyAddEstimate(a._value.AsSingle(), b._value.AsSingle(), c._value.AsSingle()).As<float, T>())
        : new(Vector128.MultiplyAddEstimate(a._value.AsDouble(), b._value.AsDouble(), c._value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Min(Vec1<T> a, Vec1<T> b) => new(Vector128.Min(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Max(Vec1<T> a, Vec1<T> b) => new(Vector128.Max(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> MinFast(Vec1<T> a, Vec1<T> b) => new(Vector128.MinNative(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> MaxFast(Vec1<T> a, Vec1<T> b) => new(Vector128.MaxNative(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Abs(Vec1<T> a) => new(Vector128.Abs(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Sqrt(Vec1<T> a) => new(Vector128.Sqrt(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Round(Vec1<T> a) => typeof(T) == typeof(float)
        ? new(Vector128.Round(a._value.AsSingle()).As<float, T>())
        : new(Vector128.Round(a._value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Floor(Vec1<T> a) => typeof(T) == typeof(float)
        ? new(Vector128.Floor(a._value.AsSingle()).As<float, T>())
        : new(Vector128.Floor(a._value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Ceiling(Vec1<T> a) => typeof(T) == typeof(float)
        ? new(Vector128.Ceiling(a._value.AsSingle()).As<float, T>())
        : new(Vector128.Ceiling(a._value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Truncate(Vec1<T> a) => typeof(T) == typeof(float)
        ? new(Vector128.Truncate(a._value.AsSingle()).As<float, T>())
        : new(Vector128.Truncate(a._value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Greater(Vec1<T> a, Vec1<T> b) => new(Vector128.GreaterThan(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> GreaterOrEqual(Vec1<T> a, Vec1<T> b) => new(Vector128.GreaterThanOrEqual(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Equal(Vec1<T> a, Vec1<T> b) => new(Vector128.Equals(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> Select(Vec1<T> mask, Vec1<T> yes, Vec1<T> no) =>
        new(Vector128.ConditionalSelect(mask._value, yes._value, no._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> AndNot(Vec1<T> a, Vec1<T> not) => new(Vector128.AndNot(a._value, not._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vec1<T> mask) =>
        typeof(T) == typeof(float) ? mask._value.AsInt32().ToScalar() != 0 : mask._value.AsInt64().ToScalar() != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> ShiftLeft(Vec1<T> bits, int float32, int float64) => typeof(T) == typeof(float)
        ? new(Vector128.ShiftLeft(bits._value.AsInt32(), float32).As<int, T>())
        : new(Vector128.ShiftLeft(bits._value.AsInt64(), float64).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> AddBits(Vec1<T> a, Vec1<T> b) => typeof(T) == typeof(float)
        ? new((a._value.AsInt32() + b._value.AsInt32()).As<int, T>())
        : new((a._value.AsInt64() + b._value.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> SubtractBits(Vec1<T> a, Vec1<T> b) => typeof(T) == typeof(float)
        ? new((a._value.AsInt32() - b._value.AsInt32()).As<int, T>())
        : new((a._value.AsInt64() - b._value.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec1<T> ShiftRightToNumber(Vec1<T> bits, int float32, int float64) => typeof(T) == typeof(float)
        ? new(Vector128.ConvertToSingle(Vector128.ShiftRightArithmetic(bits._value.AsInt32(), float32)).As<float, T>())
        : new(Vector128.ConvertToDouble(Vector128.ShiftRightArithmetic(bits._value.AsInt64(), float64)).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Vec1<T> a) => a._value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxAcross(Vec1<T> a) => a._value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinAcross(Vec1<T> a) => a._value.ToScalar();

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vec1<T> Map(Vec1<T> a, delegate*<double, double> function)
    {
        var lanes = stackalloc T[Count];
        a.Store(lanes);
        for (var i = 0; i < Count; i++) lanes[i] = T.CreateTruncating(function(double.CreateTruncating(lanes[i])));
        return Load(lanes);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vec1<T> Map(Vec1<T> a, Vec1<T> b, delegate*<double, double, double> function)
    {
        T* left = stackalloc T[Count], right = stackalloc T[Count];
        a.Store(left);
        b.Store(right);
        for (var i = 0; i < Count; i++)
            left[i] = T.CreateTruncating(function(double.CreateTruncating(left[i]), double.CreateTruncating(right[i])));
        return Load(left);
    }
}
