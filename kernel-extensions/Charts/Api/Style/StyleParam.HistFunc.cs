namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>What a bin of a histogram shows.</summary>
    public enum HistFunc
    {
        /// <summary>How many values.</summary>
        Count,

        /// <summary>Their sum.</summary>
        Sum,

        /// <summary>Their mean.</summary>
        Avg,

        /// <summary>The least.</summary>
        Min,

        /// <summary>The greatest.</summary>
        Max,
    }
}
