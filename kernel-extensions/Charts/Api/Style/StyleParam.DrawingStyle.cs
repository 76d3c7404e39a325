namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>How a line is drawn.</summary>
    public enum DrawingStyle
    {
        /// <summary>Without gaps.</summary>
        Solid,

        /// <summary>Dashes.</summary>
        Dash,

        /// <summary>Dots.</summary>
        Dot,

        /// <summary>Dashes and dots.</summary>
        DashDot,

        /// <summary>Long dashes.</summary>
        LongDash,

        /// <summary>Long dashes and dots.</summary>
        LongDashDot,
    }
}
