namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>What a scatter trace shows.</summary>
    public enum Mode
    {
        /// <summary>Nothing but its filling.</summary>
        [PlotlyName("none")]
        None,

        /// <summary>Lines.</summary>
        Lines,

        /// <summary>Markers.</summary>
        Markers,

        /// <summary>Texts.</summary>
        Text,

        /// <summary>Lines and markers.</summary>
        [PlotlyName("lines+markers")]
        Lines_Markers,

        /// <summary>Lines and texts.</summary>
        [PlotlyName("lines+text")]
        Lines_Text,

        /// <summary>Markers and texts.</summary>
        [PlotlyName("markers+text")]
        Markers_Text,

        /// <summary>All three.</summary>
        [PlotlyName("lines+markers+text")]
        Lines_Markers_Text,
    }
}
