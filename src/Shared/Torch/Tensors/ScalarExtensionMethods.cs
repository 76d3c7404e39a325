namespace Qiansi;

/// <summary>C# numbers as <see cref="Scalar"/>, where the conversion does not come of itself.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>An integer.</summary>
    public static Scalar ToScalar(this byte value) => value;

    /// <summary>An integer.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>An integer.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>A real number.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>A real number.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>A real number.</summary>
    public static Scalar ToScalar(this Half value) => value;

    /// <summary>A truth value.</summary>
    public static Scalar ToScalar(this bool value) => value;
}
