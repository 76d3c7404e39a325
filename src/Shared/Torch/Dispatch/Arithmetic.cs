using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Dispatch;

internal unsafe struct Add : IArithmetic
{
    public static bool Vectorised<T>(T* a, int aStride, T* b, int bStride, T* y, long n) where T : unmanaged =>
        Fast.Binary<T, Kernels.Add<float>, Kernels.Add<double>>(a, aStride, b, bStride, y, n);

    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T> => a + b;

    public static void Do<TOp, T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) where TOp : IArithmetic
        where T : unmanaged, INumber<T> => TensorPrimitives.Add(a, b, y);

    public static void Do<TOp, T>(ReadOnlySpan<T> a, T b, Span<T> y) where TOp : IArithmetic where T : unmanaged, INumber<T> =>
        TensorPrimitives.Add(a, b, y);

    public static void Do<TOp, T>(T a, ReadOnlySpan<T> b, Span<T> y) where TOp : IArithmetic where T : unmanaged, INumber<T> =>
        TensorPrimitives.Add(b, a, y);
}

internal unsafe struct Subtract : IArithmetic
{
    public static bool Vectorised<T>(T* a, int aStride, T* b, int bStride, T* y, long n) where T : unmanaged =>
        Fast.Binary<T, Kernels.Subtract<float>, Kernels.Subtract<double>>(a, aStride, b, bStride, y, n);

    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T> => a - b;

    public static void Do<TOp, T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) where TOp : IArithmetic
        where T : unmanaged, INumber<T> => TensorPrimitives.Subtract(a, b, y);

    public static void Do<TOp, T>(ReadOnlySpan<T> a, T b, Span<T> y) where TOp : IArithmetic where T : unmanaged, INumber<T> =>
        TensorPrimitives.Subtract(a, b, y);

    public static void Do<TOp, T>(T a, ReadOnlySpan<T> b, Span<T> y) where TOp : IArithmetic where T : unmanaged, INumber<T> =>
        TensorPrimitives.Subtract(a, b, y);
}

internal unsafe struct Multiply : IArithmetic
{
    public static bool Vectorised<T>(T* a, int aStride, T* b, int bStride, T* y, long n) where T : unmanaged =>
        Fast.Binary<T, Kernels.Multiply<float>, Kernels.Multiply<double>>(a, aStride, b, bStride, y, n);

    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T> => a * b;

    public static void Do<TOp, T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) where TOp : IArithmetic
        where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(a, b, y);

    public static void Do<TOp, T>(ReadOnlySpan<T> a, T b, Span<T> y) where TOp : IArithmetic where T : unmanaged, INumber<T> =>
        TensorPrimitives.Multiply(a, b, y);

    public static void Do<TOp, T>(T a, ReadOnlySpan<T> b, Span<T> y) where TOp : IArithmetic where T : unmanaged, INumber<T> =>
        TensorPrimitives.Multiply(b, a, y);
}

/// <summary>Division of real numbers.</summary>
internal unsafe struct Divide : IArithmetic
{
    public static bool Vectorised<T>(T* a, int aStride, T* b, int bStride, T* y, long n) where T : unmanaged =>
        Fast.Binary<T, Kernels.Divide<float>, Kernels.Divide<double>>(a, aStride, b, bStride, y, n);

    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T> => a / b;

    public static void Do<TOp, T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) where TOp : IArithmetic
        where T : unmanaged, INumber<T> => TensorPrimitives.Divide(a, b, y);

    public static void Do<TOp, T>(ReadOnlySpan<T> a, T b, Span<T> y) where TOp : IArithmetic where T : unmanaged, INumber<T> =>
        TensorPrimitives.Divide(a, b, y);

    public static void Do<TOp, T>(T a, ReadOnlySpan<T> b, Span<T> y) where TOp : IArithmetic where T : unmanaged, INumber<T> =>
        TensorPrimitives.Divide(a, b, y);
}

/// <summary>The larger one; NaN when either is.</summary>
internal unsafe struct Maximum : IArithmetic
{
    public static bool Vectorised<T>(T* a, int aStride, T* b, int bStride, T* y, long n) where T : unmanaged =>
        Fast.Binary<T, Kernels.Maximum<float>, Kernels.Maximum<double>>(a, aStride, b, bStride, y, n);

    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T> => T.Max(a, b);

    public static void Do<TOp, T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) where TOp : IArithmetic
        where T : unmanaged, INumber<T> => TensorPrimitives.Max(a, b, y);

    public static void Do<TOp, T>(ReadOnlySpan<T> a, T b, Span<T> y) where TOp : IArithmetic where T : unmanaged, INumber<T> =>
        TensorPrimitives.Max(a, b, y);
}

/// <summary>The smaller one; NaN when either is.</summary>
internal unsafe struct Minimum : IArithmetic
{
    public static bool Vectorised<T>(T* a, int aStride, T* b, int bStride, T* y, long n) where T : unmanaged =>
        Fast.Binary<T, Kernels.Minimum<float>, Kernels.Minimum<double>>(a, aStride, b, bStride, y, n);

    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T> => T.Min(a, b);

    public static void Do<TOp, T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) where TOp : IArithmetic
        where T : unmanaged, INumber<T> => TensorPrimitives.Min(a, b, y);

    public static void Do<TOp, T>(ReadOnlySpan<T> a, T b, Span<T> y) where TOp : IArithmetic where T : unmanaged, INumber<T> =>
        TensorPrimitives.Min(a, b, y);
}

/// <summary>The remainder with the sign of the divisor, as Python's <c>%</c>.</summary>
internal struct Remainder : IArithmetic
{
    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T>
    {
        var r = IntegerDivision.Rest(a, b, "remainder");
        return !T.IsZero(r) && T.IsNegative(r) != T.IsNegative(b) ? r + b : r;
    }
}

/// <summary>The remainder with the sign of the dividend, as C's <c>fmod</c>.</summary>
internal struct FMod : IArithmetic
{
    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T> => IntegerDivision.Rest(a, b, "fmod");
}

/// <summary>Division rounded down.</summary>
internal struct FloorDivide : IArithmetic
{
    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T>
    {
        if (!IntegerDivision.IsInteger<T>()) return Real(a, b);
        var q = IntegerDivision.Quotient(a, b, "floor_divide");
        return q * b != a && T.IsNegative(a) != T.IsNegative(b) ? q - T.One : q;
    }

    /// <summary>From the remainder, as Python's divmod does it: q·b + remainder is a, also where a / b rounds up to an integer.</summary>
    private static T Real<T>(T a, T b) where T : unmanaged, INumber<T>
    {
        if (T.IsZero(b)) return a / b;
        var r = a % b;
        var q = (a - r) / b;
        if (!T.IsZero(r) && T.IsNegative(r) != T.IsNegative(b)) q -= T.One;
        return T.IsZero(q) ? T.CopySign(T.Zero, a / b) : T.CreateTruncating(Math.Round(double.CreateTruncating(q)));
    }
}

/// <summary>Division cut towards zero.</summary>
internal struct TruncDivide : IArithmetic
{
    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float)) return T.CreateTruncating(MathF.Truncate(float.CreateTruncating(a / b)));
        if (typeof(T) == typeof(double)) return T.CreateTruncating(Math.Truncate(double.CreateTruncating(a / b)));
        return IntegerDivision.Quotient(a, b, "div");
    }
}

/// <summary>The power; of integers by multiplication, of real numbers by the library function.</summary>
internal struct Power : IArithmetic
{
    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float)) return T.CreateTruncating(MathF.Pow(float.CreateTruncating(a), float.CreateTruncating(b)));
        if (typeof(T) == typeof(double)) return T.CreateTruncating(Math.Pow(double.CreateTruncating(a), double.CreateTruncating(b)));
        if (T.IsNegative(b)) return a == T.One ? T.One : a == -T.One ? (T.IsOddInteger(b) ? a : T.One) : T.Zero;
        var result = T.One;
        for (var n = long.CreateTruncating(b); n > 0; n >>= 1)
        {
            if ((n & 1) != 0) result *= a;
            a *= a;
        }
        return result;
    }

    public static void Do<TOp, T>(ReadOnlySpan<T> a, T b, Span<T> y) where TOp : IArithmetic where T : unmanaged, INumber<T>
    {
        if (b == T.CreateTruncating(2)) TensorPrimitives.Multiply(a, a, y);
        else if (b == T.One) a.CopyTo(y);
        else if (b == T.CreateTruncating(0.5) && !T.IsZero(b)) Root(a, y);
        else if (b == T.CreateTruncating(3)) Cube(a, y);
        else
        {
            for (var i = 0; i < y.Length; i++) y[i] = Do(a[i], b);
        }
    }

    private static void Cube<T>(ReadOnlySpan<T> a, Span<T> y) where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < y.Length; i++) y[i] = a[i] * a[i] * a[i];
    }

    private static void Root<T>(ReadOnlySpan<T> a, Span<T> y) where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = typeof(T) == typeof(float)
                ? T.CreateTruncating(MathF.Sqrt(float.CreateTruncating(a[i])))
                : T.CreateTruncating(Math.Sqrt(double.CreateTruncating(a[i])));
    }
}

/// <summary>The angle of the point (b, a).</summary>
internal struct Atan2 : IArithmetic
{
    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T> => typeof(T) == typeof(float)
        ? T.CreateTruncating(MathF.Atan2(float.CreateTruncating(a), float.CreateTruncating(b)))
        : T.CreateTruncating(Math.Atan2(double.CreateTruncating(a), double.CreateTruncating(b)));
}

internal static class IntegerDivision
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsInteger<T>() => typeof(T) != typeof(float) && typeof(T) != typeof(double);

    /// <summary>a / b cut towards zero; the smallest integer by −1 wraps around to itself, as when it is negated.</summary>
    public static T Quotient<T>(T a, T b, string operation) where T : unmanaged, INumber<T> =>
        T.IsZero(b) ? throw ByZero(operation) : IsMinusOne(b) ? -a : a / b;

    /// <summary>The rest of a / b cut towards zero, of integers and real numbers.</summary>
    public static T Rest<T>(T a, T b, string operation) where T : unmanaged, INumber<T>
    {
        if (!IsInteger<T>()) return a % b;
        return T.IsZero(b) ? throw ByZero(operation) : IsMinusOne(b) ? T.Zero : a % b;
    }

    private static bool IsMinusOne<T>(T b) where T : unmanaged, INumber<T> => T.IsNegative(b) && b == -T.One;

    private static DivideByZeroException ByZero(string operation) =>
        new($"{operation}: an integer was divided by 0; convert to a floating-point type to get inf, or mask the zeros");
}
