namespace Qiansi;

public static partial class torch
{
    /// <summary>How what lies between the elements of an image is calculated.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest element, counted from the start of each.</summary>
        Nearest = 0,

        /// <summary>Straight lines; signals.</summary>
        Linear = 1,

        /// <summary>Straight lines in both directions; images.</summary>
        Bilinear = 2,

        /// <summary>Cubic curves; images.</summary>
        Bicubic = 3,

        /// <summary>Straight lines in three directions; volumes, which are not supported.</summary>
        Trilinear = 4,

        /// <summary>The mean of an area.</summary>
        Area = 5,

        /// <summary>The nearest element, counted from the middle of each.</summary>
        NearestExact = 6,
    }
}
