namespace Qiansi;

/// <summary>How a convolution is padded, in words.</summary>
public enum Padding
{
    /// <summary>Not at all.</summary>
    Valid,

    /// <summary>So that the output is as large as the input.</summary>
    Same,
}
