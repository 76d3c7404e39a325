namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>Rows of numbers as colours.</summary>
    public static GenericChart Heatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, IEnumerable<XType>? X = null, IEnumerable<YType>? Y = null, string? Name = null,
        bool? ShowLegend = null, double? Opacity = null, int? XGap = null, int? YGap = null,
        TextType? Text = default, IEnumerable<TextType>? MultiText = null, StyleParam.Colorscale? ColorScale = null, bool? ShowScale = null,
        bool? ReverseScale = null, bool? Transpose = null,
        bool? ReverseYAxis = null) =>
        Heatmap(new Trace("heatmap")
        {
            ["z"] = zData,
            ["x"] = X,
            ["y"] = Y,
            ["name"] = Name,
            ["showlegend"] = ShowLegend,
            ["opacity"] = Opacity,
            ["xgap"] = XGap,
            ["ygap"] = YGap,
            ["text"] = SeriesStyle.Texts(Text, MultiText),
            ["colorscale"] = ColorScale,
            ["showscale"] = ShowScale,
            ["reversescale"] = ReverseScale,
            ["transpose"] = Transpose,
        }, ReverseYAxis);

    /// <summary>Rows of numbers as colours: <c>Chart.Heatmap(weights)</c>.</summary>
    /// <param name="zData">The numbers; the first row stands at the bottom unless the y axis is reversed.</param>
    /// <param name="X">Places or names of the columns.</param>
    /// <param name="Y">Places or names of the rows.</param>
    /// <param name="ShowValues">Whether the numbers stand in the cells.</param>
    /// <param name="ZMin">The number that has the first colour.</param>
    /// <param name="ZMax">The number that has the last colour.</param>
    /// <param name="ZMid">The number that has the middle colour; the scale is then blue over white to red unless another is given.</param>
    /// <param name="ReverseYAxis">Whether the first row stands at the top, as in pictures and tables.</param>
    public static GenericChart Heatmap(
        object zData, object? X = null, object? Y = null, string? Name = null, StyleParam.Colorscale? ColorScale = null,
        bool? ShowScale = null, bool? ReverseScale = null, bool? ReverseYAxis = null,
        bool? ShowValues = null, double? ZMin = null, double? ZMax = null, double? ZMid = null, double? Opacity = null, int? XGap = null,
        int? YGap = null, object? Text = null) =>
        Heatmap(new Trace("heatmap")
        {
            ["z"] = zData,
            ["x"] = X,
            ["y"] = Y,
            ["name"] = Name,
            ["colorscale"] = ColorScale ?? (ZMid is null ? null : StyleParam.Colorscale.RdBu),
            ["showscale"] = ShowScale,
            ["reversescale"] = ReverseScale,
            ["zmin"] = ZMin,
            ["zmax"] = ZMax,
            ["zmid"] = ZMid,
            ["opacity"] = Opacity,
            ["xgap"] = XGap,
            ["ygap"] = YGap,
            ["text"] = Text,
            ["texttemplate"] = ShowValues is true ? "%{z}" : null,
        }, ReverseYAxis);

    /// <summary>Rows of numbers as colours, with a text in each cell.</summary>
    public static GenericChart AnnotatedHeatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, IEnumerable<IEnumerable<string>> annotationText, string? Name = null,
        IEnumerable<XType>? X = null, IEnumerable<YType>? Y = null,
        StyleParam.Colorscale? ColorScale = null, bool? ShowScale = null, bool? ReverseScale = null, bool? ReverseYAxis = null) =>
        AnnotatedHeatmap((object)zData, annotationText, Name, X, Y, ColorScale, ShowScale, ReverseScale, ReverseYAxis);

    /// <summary>Rows of numbers as colours, with a text in each cell.</summary>
    public static GenericChart AnnotatedHeatmap(
        object zData, object annotationText, string? Name = null, object? X = null, object? Y = null,
        StyleParam.Colorscale? ColorScale = null, bool? ShowScale = null, bool? ReverseScale = null,
        bool? ReverseYAxis = null) =>
        Heatmap(new Trace("heatmap")
        {
            ["z"] = zData,
            ["x"] = X,
            ["y"] = Y,
            ["name"] = Name,
            ["colorscale"] = ColorScale,
            ["showscale"] = ShowScale,
            ["reversescale"] = ReverseScale,
            ["text"] = annotationText,
            ["texttemplate"] = "%{text}",
        }, ReverseYAxis);

    private static GenericChart Heatmap(Trace trace, bool? reverseYAxis)
    {
        RowData.Check(trace);
        return Of(trace, reverseYAxis is true ? new Layout { ["yaxis"] = new PlotlyObject { ["autorange"] = "reversed" } } : null);
    }
}
