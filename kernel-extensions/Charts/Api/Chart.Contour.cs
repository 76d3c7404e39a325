namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>Lines of equal height.</summary>
    public static GenericChart Contour<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, string? Name = null, bool? ShowLegend = null, double? Opacity = null,
        IEnumerable<XType>? X = null, IEnumerable<YType>? Y = null, TextType? Text = default,
        StyleParam.Colorscale? ColorScale = null, bool? ShowScale = null, bool? ReverseScale = null, bool? Transpose = null,
        StyleParam.DrawingStyle? ContourLinesDash = null, Color? ContourLinesColor = null,
        double? ContourLinesSmoothing = null, double? ContourLinesWidth = null, bool? ShowContourLines = null,
        StyleParam.ContourColoring? ContoursColoring = null, bool? ShowContoursLabels = null,
        double? ContoursStart = null, double? ContoursEnd = null, int? NContours = null) =>
        Contour((object)zData, X, Y, Name, NContours, ContoursColoring, ColorScale, ShowScale, ReverseScale, ShowContoursLabels,
            ShowContourLines, ContourLinesColor, ContourLinesWidth, ContourLinesDash,
            ContourLinesSmoothing, ContoursStart, ContoursEnd, Opacity: Opacity, Transpose: Transpose);

    /// <summary>Lines of equal height: <c>Chart.Contour(losses, X: w1, Y: w2, NContours: 20)</c>.</summary>
    /// <param name="zData">The heights; the first row belongs to the first y.</param>
    /// <param name="X">Places of the columns.</param>
    /// <param name="Y">Places of the rows.</param>
    /// <param name="NContours">At most so many levels.</param>
    /// <param name="ContoursStart">The lowest level.</param>
    /// <param name="ContoursEnd">The highest level.</param>
    /// <param name="ContoursSize">The distance of levels.</param>
    public static GenericChart Contour(
        object zData, object? X = null, object? Y = null, string? Name = null, int? NContours = null,
        StyleParam.ContourColoring? ContoursColoring = null, StyleParam.Colorscale? ColorScale = null,
        bool? ShowScale = null, bool? ReverseScale = null, bool? ShowContoursLabels = null, bool? ShowContourLines = null,
        Color? ContourLinesColor = null, double? ContourLinesWidth = null,
        StyleParam.DrawingStyle? ContourLinesDash = null, double? ContourLinesSmoothing = null, double? ContoursStart = null,
        double? ContoursEnd = null, double? ContoursSize = null, double? Opacity = null,
        bool? Transpose = null)
    {
        var trace = new Trace("contour")
        {
            ["z"] = zData,
            ["x"] = X,
            ["y"] = Y,
            ["name"] = Name,
            ["ncontours"] = NContours,
            ["colorscale"] = ColorScale,
            ["showscale"] = ShowScale,
            ["reversescale"] = ReverseScale,
            ["opacity"] = Opacity,
            ["transpose"] = Transpose,
        };
        if (ContoursStart is not null || ContoursEnd is not null || ContoursSize is not null) trace["autocontour"] = false;
        SeriesStyle.Set(trace, "contours", new PlotlyObject
        {
            ["coloring"] = ContoursColoring,
            ["showlabels"] = ShowContoursLabels,
            ["showlines"] = ShowContourLines,
            ["start"] = ContoursStart,
            ["end"] = ContoursEnd,
            ["size"] = ContoursSize,
        });
        SeriesStyle.Set(trace, "line", new PlotlyObject
        {
            ["color"] = ContourLinesColor,
            ["width"] = ContourLinesWidth,
            ["dash"] = ContourLinesDash,
            ["smoothing"] = ContourLinesSmoothing,
        });
        RowData.Check(trace);
        return Of(trace);
    }

    /// <summary>Rows of heights as a surface in space.</summary>
    public static GenericChart Surface<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, IEnumerable<XType>? X = null, IEnumerable<YType>? Y = null, string? Name = null,
        bool? ShowLegend = null, double? Opacity = null, TextType? Text = default,
        StyleParam.Colorscale? ColorScale = null, bool? ShowScale = null) =>
        Surface((object)zData, X, Y, Name, ColorScale, ShowScale, Opacity);

    /// <summary>Rows of heights as a surface in space: <c>Chart.Surface(losses, X: w1, Y: w2)</c>.</summary>
    public static GenericChart Surface(
        object zData, object? X = null, object? Y = null, string? Name = null, StyleParam.Colorscale? ColorScale = null,
        bool? ShowScale = null, double? Opacity = null, bool? ReverseScale = null)
    {
        var trace = new Trace("surface")
        {
            ["z"] = zData,
            ["x"] = X,
            ["y"] = Y,
            ["name"] = Name,
            ["colorscale"] = ColorScale,
            ["showscale"] = ShowScale,
            ["opacity"] = Opacity,
            ["reversescale"] = ReverseScale,
        };
        RowData.Check(trace);
        return Of(trace);
    }
}
