namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>Where a text stands beside its point.</summary>
    public enum TextPosition
    {
        /// <summary>Above, left.</summary>
        [PlotlyName("top left")]
        TopLeft,

        /// <summary>Above, center.</summary>
        [PlotlyName("top center")]
        TopCenter,

        /// <summary>Above, right.</summary>
        [PlotlyName("top right")]
        TopRight,

        /// <summary>Beside, left.</summary>
        [PlotlyName("middle left")]
        MiddleLeft,

        /// <summary>Beside, center.</summary>
        [PlotlyName("middle center")]
        MiddleCenter,

        /// <summary>Beside, right.</summary>
        [PlotlyName("middle right")]
        MiddleRight,

        /// <summary>Below, left.</summary>
        [PlotlyName("bottom left")]
        BottomLeft,

        /// <summary>Below, center.</summary>
        [PlotlyName("bottom center")]
        BottomCenter,

        /// <summary>Below, right.</summary>
        [PlotlyName("bottom right")]
        BottomRight,

        /// <summary>Inside or outside, as it fits.</summary>
        Auto,

        /// <summary>Inside.</summary>
        Inside,

        /// <summary>Outside.</summary>
        Outside,

        /// <summary>Not shown.</summary>
        None,
    }
}
