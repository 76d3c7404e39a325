namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>Whether charts of a grid share axes.</summary>
    public enum LayoutGridPattern
    {
        /// <summary>Each has its own.</summary>
        Independent,

        /// <summary>Those of a column share x, those of a row share y.</summary>
        Coupled,
    }
}
