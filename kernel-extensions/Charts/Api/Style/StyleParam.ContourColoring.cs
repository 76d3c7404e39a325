namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>What contours colour.</summary>
    public enum ContourColoring
    {
        /// <summary>Evenly between levels.</summary>
        Fill,

        /// <summary>Like a heatmap.</summary>
        [PlotlyName("heatmap")]
        HeatMap,

        /// <summary>The lines only.</summary>
        Lines,

        /// <summary>Nothing.</summary>
        None,
    }
}
