namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>The order of categories.</summary>
    public enum CategoryOrder
    {
        /// <summary>As they come.</summary>
        Trace,

        /// <summary>By name.</summary>
        [PlotlyName("category ascending")]
        CategoryAscending,

        /// <summary>By name, backwards.</summary>
        [PlotlyName("category descending")]
        CategoryDescending,

        /// <summary>As CategoryArray says.</summary>
        Array,

        /// <summary>By total.</summary>
        [PlotlyName("total ascending")]
        TotalAscending,

        /// <summary>By total, largest first.</summary>
        [PlotlyName("total descending")]
        TotalDescending,
    }
}
