using System.Numerics;

namespace Qiansi.Torch.Dispatch;

/// <summary>A question about two numbers.</summary>
internal interface IComparison
{
    static abstract bool Do<T>(T a, T b) where T : unmanaged, INumber<T>;
}

internal struct Equal : IComparison
{
    public static bool Do<T>(T a, T b) where T : unmanaged, INumber<T> => a == b;
}

internal struct NotEqual : IComparison
{
    public static bool Do<T>(T a, T b) where T : unmanaged, INumber<T> => a != b;
}

internal struct Less : IComparison
{
    public static bool Do<T>(T a, T b) where T : unmanaged, INumber<T> => a < b;
}

internal struct LessOrEqual : IComparison
{
    public static bool Do<T>(T a, T b) where T : unmanaged, INumber<T> => a <= b;
}

internal struct Greater : IComparison
{
    public static bool Do<T>(T a, T b) where T : unmanaged, INumber<T> => a > b;
}

internal struct GreaterOrEqual : IComparison
{
    public static bool Do<T>(T a, T b) where T : unmanaged, INumber<T> => a >= b;
}

internal struct BothTrue : IComparison
{
    public static bool Do<T>(T a, T b) where T : unmanaged, INumber<T> => !T.IsZero(a) && !T.IsZero(b);
}

internal struct EitherTrue : IComparison
{
    public static bool Do<T>(T a, T b) where T : unmanaged, INumber<T> => !T.IsZero(a) || !T.IsZero(b);
}

internal struct OneTrue : IComparison
{
    public static bool Do<T>(T a, T b) where T : unmanaged, INumber<T> => T.IsZero(a) != T.IsZero(b);
}

/// <summary>Whether a is an infinity of the sign of b, or of either when b is 0.</summary>
internal struct InfinityOf : IComparison
{
    public static bool Do<T>(T a, T b) where T : unmanaged, INumber<T> =>
        T.IsInfinity(a) && (T.IsZero(b) || T.IsPositive(a) == T.IsPositive(b));
}

internal struct FiniteNumber : IComparison
{
    public static bool Do<T>(T a, T b) where T : unmanaged, INumber<T> => T.IsFinite(a);
}
