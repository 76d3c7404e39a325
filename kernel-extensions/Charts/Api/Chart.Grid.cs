namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>Charts beside and below each other, row by row.</summary>
    /// <param name="gCharts">The charts; the grid's last places may stay empty.</param>
    /// <param name="nRows">Rows.</param>
    /// <param name="nCols">Columns.</param>
    /// <param name="SubPlotTitles">Titles above them; the charts' own when null.</param>
    /// <param name="XGap">Space between columns, in parts of one.</param>
    /// <param name="YGap">Space between rows, in parts of one.</param>
    /// <param name="Pattern">Whether columns share their x axis and rows their y axis.</param>
    /// <exception cref="ArgumentException">There are more charts than places.</exception>
    public static GenericChart Grid(
        IEnumerable<GenericChart> gCharts, int nRows, int nCols, IEnumerable<string>? SubPlotTitles = null, double? XGap = null,
        double? YGap = null,
        StyleParam.LayoutGridPattern Pattern = StyleParam.LayoutGridPattern.Independent) =>
        GridOfCharts.Make([.. gCharts], nRows, nCols, SubPlotTitles?.ToArray(), XGap, YGap,
            Pattern == StyleParam.LayoutGridPattern.Coupled);

    /// <summary>Charts beside and below each other, in as many rows as they need.</summary>
    public static GenericChart Grid(int nCols, params GenericChart[] gCharts) =>
        Grid(gCharts, (gCharts.Length + nCols - 1) / Math.Max(1, nCols), nCols);
}
