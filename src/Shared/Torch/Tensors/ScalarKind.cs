namespace Qiansi;

/// <summary>The kind of number a <see cref="Scalar"/> holds.</summary>
public enum ScalarKind : byte
{
    /// <summary>A 64-bit integer.</summary>
    Int,

    /// <summary>A double.</summary>
    Float,

    /// <summary>A truth value.</summary>
    Bool,
}
