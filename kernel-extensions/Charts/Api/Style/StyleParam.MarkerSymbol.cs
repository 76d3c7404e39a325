namespace Qiansi.Charts;

public static partial class StyleParam
{
    /// <summary>The shape of markers.</summary>
    public enum MarkerSymbol
    {
        /// <summary>A disc.</summary>
        Circle,

        /// <summary>A square.</summary>
        Square,

        /// <summary>A square on its corner.</summary>
        Diamond,

        /// <summary>A thick plus.</summary>
        Cross,

        /// <summary>A thick cross.</summary>
        X,

        /// <summary>A triangle.</summary>
        [PlotlyName("triangle-up")]
        TriangleUp,

        /// <summary>A triangle on its corner.</summary>
        [PlotlyName("triangle-down")]
        TriangleDown,

        /// <summary>A triangle to the left.</summary>
        [PlotlyName("triangle-left")]
        TriangleLeft,

        /// <summary>A triangle to the right.</summary>
        [PlotlyName("triangle-right")]
        TriangleRight,

        /// <summary>Five corners.</summary>
        Pentagon,

        /// <summary>Six corners.</summary>
        Hexagon,

        /// <summary>A star.</summary>
        Star,

        /// <summary>A ring.</summary>
        [PlotlyName("circle-open")]
        CircleOpen,

        /// <summary>A square outline.</summary>
        [PlotlyName("square-open")]
        SquareOpen,

        /// <summary>A diamond outline.</summary>
        [PlotlyName("diamond-open")]
        DiamondOpen,

        /// <summary>A thin plus.</summary>
        [PlotlyName("cross-thin-open")]
        CrossThin,

        /// <summary>A thin cross.</summary>
        [PlotlyName("x-thin-open")]
        XThin,
    }
}
