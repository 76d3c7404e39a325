namespace Qiansi;

/// <summary>The language that a printed tensor looks like.</summary>
public enum TensorStringStyle
{
    /// <summary>No elements: shape, type and device in one line.</summary>
    Metadata,

    /// <summary>Matrices without brackets, as Julia prints them, under a line of shape and type.</summary>
    Julia,

    /// <summary>Nested brackets without commas, as NumPy prints.</summary>
    Numpy,

    /// <summary>An array of C#, which can be pasted into a program, after shape and type.</summary>
    CSharp,

    /// <summary>As PyTorch prints: <c>tensor([1., 2.])</c>.</summary>
    Default,
}
