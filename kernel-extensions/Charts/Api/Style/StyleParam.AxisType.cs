namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>How an axis is divided.</summary>
    public enum AxisType
    {
        /// <summary>By its values.</summary>
        [PlotlyName("-")]
        Auto,

        /// <summary>Evenly.</summary>
        Linear,

        /// <summary>By powers of ten.</summary>
        Log,

        /// <summary>By time.</summary>
        Date,

        /// <summary>By name.</summary>
        Category,

        /// <summary>By two names.</summary>
        MultiCategory,
    }
}
