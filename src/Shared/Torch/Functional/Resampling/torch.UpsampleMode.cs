namespace Qiansi;

public static partial class torch
{
    /// <summary>How what lies between the elements of an image is calculated when it is made larger.</summary>
    public enum UpsampleMode
    {
        /// <summary>The nearest element.</summary>
        Nearest = 0,

        /// <summary>Straight lines; signals.</summary>
        Linear = 1,

        /// <summary>Straight lines in both directions; images.</summary>
        Bilinear = 2,

        /// <summary>Cubic curves; images.</summary>
        Bicubic = 3,

        /// <summary>Straight lines in three directions; volumes, which are not supported.</summary>
        Trilinear = 4,
    }
}
