using System.Numerics;

namespace Qiansi.Torch.Dispatch;

internal struct InverseHyperbolicSine : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Asinh(x);
}

internal struct InverseHyperbolicCosine : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Acosh(x);
}

internal struct InverseHyperbolicTangent : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Atanh(x);
}

internal struct PowerOfTwo : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Exp2(x);
}

internal struct InverseErrorFunction : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => typeof(T) == typeof(float)
        ? T.CreateTruncating(RandomNumbers.InverseErf.Of(float.CreateTruncating(x)))
        : T.CreateTruncating(RandomNumbers.InverseErf.Of(double.CreateTruncating(x)));
}

/// <summary>sin(πx) / (πx), 1 at 0.</summary>
internal struct CardinalSine : IRealFunction
{
    public static T Do<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.IsZero(x) ? T.One : T.Sin(T.Pi * x) / (T.Pi * x);
}

/// <summary>√(a² + b²) without overflow between.</summary>
internal struct Hypotenuse : IArithmetic
{
    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T> =>
        T.CreateTruncating(double.Hypot(double.CreateTruncating(a), double.CreateTruncating(b)));
}

/// <summary>|a| with the sign of b.</summary>
internal struct SignOf : IArithmetic
{
    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T> => T.CopySign(a, b);
}

/// <summary>The larger one; the other when one is NaN.</summary>
internal struct LargerNumber : IArithmetic
{
    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T> => T.MaxNumber(a, b);
}

/// <summary>The smaller one; the other when one is NaN.</summary>
internal struct SmallerNumber : IArithmetic
{
    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T> => T.MinNumber(a, b);
}

/// <summary>The greatest common divisor; 0 of two zeros.</summary>
internal struct CommonDivisor : IArithmetic
{
    public static T Do<T>(T a, T b) where T : unmanaged, INumber<T>
    {
        while (!T.IsZero(b)) (a, b) = (b, IntegerDivision.Rest(a, b, "gcd"));
        return Absolute.Do(a);
    }
}
