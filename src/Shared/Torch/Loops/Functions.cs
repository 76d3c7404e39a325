using System.Numerics;
using System.Numerics.Tensors;

namespace Qiansi.Torch.Loops;

internal struct Negate : IElementwise
{
    public static T Do<T>(T x) where T : unmanaged, INumber<T> => -x;

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IElementwise where T : unmanaged, INumber<T> => TensorPrimitives.Negate(x, y);
}

internal struct Absolute : IElementwise
{
    public static T Do<T>(T x) where T : unmanaged, INumber<T> => T.Abs(x);

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IElementwise where T : unmanaged, INumber<T> => TensorPrimitives.Abs(x, y);
}

/// <summary>−1, 0 or 1.</summary>
internal struct Sign : IElementwise
{
    public static T Do<T>(T x) where T : unmanaged, INumber<T> => x > T.Zero ? T.One : x < T.Zero ? -T.One : x == T.Zero ? T.Zero : x;
}

/// <summary>max(x, 0); NaN stays NaN.</summary>
internal struct Rectify : IElementwise
{
    public static T Do<T>(T x) where T : unmanaged, INumber<T> => T.Max(x, T.Zero);

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IElementwise where T : unmanaged, INumber<T> => TensorPrimitives.Max(x, T.Zero, y);
}

internal struct Square : IElementwise
{
    public static T Do<T>(T x) where T : unmanaged, INumber<T> => x * x;

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IElementwise where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(x, x, y);
}

internal struct Reciprocal : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.One / x;

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IRealFunction where T : unmanaged, IFloatingPointIeee754<T> => TensorPrimitives.Divide(T.One, x, y);
}

internal struct SquareRoot : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Sqrt(x);

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IRealFunction where T : unmanaged, IFloatingPointIeee754<T> => TensorPrimitives.Sqrt(x, y);
}

internal struct ReciprocalSquareRoot : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.One / T.Sqrt(x);
}

internal struct Exponential : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Exp(x);

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IRealFunction where T : unmanaged, IFloatingPointIeee754<T> => TensorPrimitives.Exp(x, y);
}

internal struct ExponentialMinusOne : IRealFunction
{
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

internal struct Logarithm : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Log(x);

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IRealFunction where T : unmanaged, IFloatingPointIeee754<T> => TensorPrimitives.Log(x, y);
}

internal struct Logarithm2 : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Log2(x);
}

internal struct Logarithm10 : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Log10(x);
}

internal struct LogarithmOfOnePlus : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var u = T.One + x;
        if (u == T.One) return x;
        return T.IsPositiveInfinity(u) ? u : T.Log(u) * x / (u - T.One);
    }
}

internal struct Sine : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Sin(x);
}

internal struct Cosine : IRealFunction
{
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

internal struct HyperbolicTangent : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Tanh(x);

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IRealFunction where T : unmanaged, IFloatingPointIeee754<T> => TensorPrimitives.Tanh(x, y);
}

/// <summary>1 / (1 + e⁻ˣ).</summary>
internal struct Logistic : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.One / (T.One + T.Exp(-x));

    public static void Do<TOp, T>(ReadOnlySpan<T> x, Span<T> y) where TOp : IRealFunction where T : unmanaged, IFloatingPointIeee754<T> => TensorPrimitives.Sigmoid(x, y);
}

internal struct RoundDown : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Floor(x);
}

internal struct RoundUp : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Ceiling(x);
}

/// <summary>To the nearest integer, halves to even.</summary>
internal struct RoundToNearest : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Round(x, MidpointRounding.ToEven);
}

internal struct Truncate : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Truncate(x);
}
