namespace Qiansi;

/// <summary>What stands beyond the edge of an image.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>The mirror image, without the edge itself.</summary>
    Reflect,

    /// <summary>The edge, repeated.</summary>
    Replicate,

    /// <summary>The other end.</summary>
    Circular,

    /// <summary>A given number.</summary>
    Constant,
}
