using System.Numerics;
using System.Numerics.Tensors;

namespace Qiansi.Torch.Dispatch;

internal unsafe struct Negate : IElementwise
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Negate<float>, Kernels.Negate<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, INumber<T> => -x;

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IElementwise where T : unmanaged, INumber<T> =>
        TensorPrimitives.Negate(x, y);
}

internal unsafe struct Absolute : IElementwise
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Absolute<float>, Kernels.Absolute<double>>(x, y, n);

    // Of integers without an exception for the smallest, which has no positive counterpart and stays, as when it is negated.
    public static T Do<T>(T x) where T : unmanaged, INumber<T> => IntegerDivision.IsInteger<T>() ? T.Max(x, -x) : T.Abs(x);

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IElementwise where T : unmanaged, INumber<T>
    {
        TensorPrimitives.Negate(x, y);
        TensorPrimitives.Max(x, y, y);
    }
}

/// <summary>−1, 0 or 1.</summary>
internal struct Sign : IElementwise
{
    public static T Do<T>(T x) where T : unmanaged, INumber<T> => x > T.Zero ? T.One : x < T.Zero ? -T.One : x == T.Zero ? T.Zero : x;
}

/// <summary>max(x, 0); NaN stays NaN.</summary>
internal unsafe struct Rectify : IElementwise
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Relu<float>, Kernels.Relu<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, INumber<T> => T.Max(x, T.Zero);

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IElementwise where T : unmanaged, INumber<T> =>
        TensorPrimitives.Max(x, T.Zero, y);
}

internal unsafe struct Square : IElementwise
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Square<float>, Kernels.Square<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, INumber<T> => x * x;

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IElementwise where T : unmanaged, INumber<T> =>
        TensorPrimitives.Multiply(x, x, y);
}

internal unsafe struct Reciprocal : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Reciprocal<float>, Kernels.Reciprocal<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.One / x;

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IRealFunction where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Divide(T.One, x, y);
}

internal unsafe struct SquareRoot : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.SquareRoot<float>, Kernels.SquareRoot<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Sqrt(x);

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IRealFunction where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Sqrt(x, y);
}

internal unsafe struct ReciprocalSquareRoot : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.InverseSquareRoot<float>, Kernels.InverseSquareRoot<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.One / T.Sqrt(x);
}

internal unsafe struct Exponential : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Exponential<float>, Kernels.Exponential<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Exp(x);

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IRealFunction where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Exp(x, y);
}

internal unsafe struct ExponentialMinusOne : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.ExponentialMinus1<float>, Kernels.ExponentialMinus1<double>>(x, y, n);

    // eˣ − 1 without cancellation (Higham, Accuracy and Stability, 1.14.1).
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (T.Abs(x) < T.CreateTruncating(1e-5)) return x + (x * x / T.CreateTruncating(2));
        var u = T.Exp(x);
        if (u == T.One) return x;
        var um1 = u - T.One;
        return um1 == -T.One || !T.IsFinite(u) ? um1 : um1 * x / T.Log(u);
    }
}

internal unsafe struct Logarithm : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Logarithm<float>, Kernels.Logarithm<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Log(x);

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IRealFunction where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Log(x, y);
}

internal unsafe struct Logarithm2 : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Logarithm2<float>, Kernels.Logarithm2<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Log2(x);
}

internal unsafe struct Logarithm10 : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Logarithm10<float>, Kernels.Logarithm10<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Log10(x);
}

internal unsafe struct LogarithmOfOnePlus : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Logarithm1p<float>, Kernels.Logarithm1p<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var u = T.One + x;
        if (u == T.One) return x;
        return T.IsPositiveInfinity(u) ? u : T.Log(u) * x / (u - T.One);
    }
}

internal unsafe struct Sine : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Sine<float>, Kernels.Sine<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Sin(x);
}

internal unsafe struct Cosine : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Cosine<float>, Kernels.Cosine<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Cos(x);
}

internal struct Tangent : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Tan(x);
}

internal struct ArcSine : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Asin(x);
}

internal struct ArcCosine : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Acos(x);
}

internal struct ArcTangent : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Atan(x);
}

internal struct HyperbolicSine : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Sinh(x);
}

internal struct HyperbolicCosine : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Cosh(x);
}

internal unsafe struct HyperbolicTangent : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.HyperbolicTangent<float>, Kernels.HyperbolicTangent<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Tanh(x);

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IRealFunction where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Tanh(x, y);
}

/// <summary>1 / (1 + e⁻ˣ).</summary>
internal unsafe struct Logistic : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Sigmoid<float>, Kernels.Sigmoid<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.One / (T.One + T.Exp(-x));

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IRealFunction where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Sigmoid(x, y);
}

internal unsafe struct RoundDown : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Floor<float>, Kernels.Floor<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Floor(x);
}

internal unsafe struct RoundUp : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Ceiling<float>, Kernels.Ceiling<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Ceiling(x);
}

/// <summary>To the nearest integer, halves to even.</summary>
internal unsafe struct RoundToNearest : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.RoundEven<float>, Kernels.RoundEven<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Round(x, MidpointRounding.ToEven);
}

internal unsafe struct Truncate : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.Truncate<float>, Kernels.Truncate<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Truncate(x);
}

/// <summary>2/√π ∫₀ˣ e^(−t²) dt.</summary>
internal unsafe struct ErrorFunction : IRealFunction
{
    public static bool Vectorised<T>(T* x, T* y, long n) where T : unmanaged =>
        Fast.Unary<T, Kernels.ErrorFunction<float>, Kernels.ErrorFunction<double>>(x, y, n);

    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> =>
        T.CreateTruncating(RandomNumbers.Erf.Of(double.CreateTruncating(x)));
}
