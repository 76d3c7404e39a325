namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>What is filled beside a line.</summary>
    public enum Fill
    {
        /// <summary>Nothing.</summary>
        None,

        /// <summary>To the x axis.</summary>
        [PlotlyName("tozeroy")]
        ToZero_y,

        /// <summary>To the y axis.</summary>
        [PlotlyName("tozerox")]
        ToZero_x,

        /// <summary>To the line before it, up or down.</summary>
        [PlotlyName("tonexty")]
        ToNext_y,

        /// <summary>To the line before it, left or right.</summary>
        [PlotlyName("tonextx")]
        ToNext_x,

        /// <summary>Its own inside.</summary>
        [PlotlyName("toself")]
        ToSelf,

        /// <summary>What it has around the line before it.</summary>
        [PlotlyName("tonext")]
        ToNext,
    }
}
