namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>A side of the plot.</summary>
    public enum Side
    {
        /// <summary>Above.</summary>
        Top,

        /// <summary>Below.</summary>
        Bottom,

        /// <summary>Left.</summary>
        Left,

        /// <summary>Right.</summary>
        Right,
    }
}
