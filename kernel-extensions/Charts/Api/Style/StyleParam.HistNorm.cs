namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>What the bars of a histogram add up to.</summary>
    public enum HistNorm
    {
        /// <summary>The number of values.</summary>
        [PlotlyName("")]
        None,

        /// <summary>100.</summary>
        Percent,

        /// <summary>1.</summary>
        Probability,

        /// <summary>The number of values, as area.</summary>
        Density,

        /// <summary>1, as area.</summary>
        [PlotlyName("probability density")]
        ProbabilityDensity,
    }
}
