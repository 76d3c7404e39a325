namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>Which way bars, boxes and legends go.</summary>
    public enum Orientation
    {
        /// <summary>Along x.</summary>
        [PlotlyName("h")]
        Horizontal,

        /// <summary>Along y.</summary>
        [PlotlyName("v")]
        Vertical,
    }
}
