namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>Which points a box shows beside itself.</summary>
    public enum BoxPoints
    {
        /// <summary>Those beyond the whiskers.</summary>
        Outliers,

        /// <summary>All.</summary>
        All,

        /// <summary>Outliers, far ones marked.</summary>
        SuspectedOutliers,

        /// <summary>None.</summary>
        [PlotlyName("false")]
        False,
    }
}
