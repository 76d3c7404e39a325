namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>An area that stands on the areas of the series before it; combine several.</summary>
    public static GenericChart StackedArea<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, bool? ShowMarkers = null, string? Name = null, bool? ShowLegend = null,
        double? Opacity = null, TextType? Text = default,
        IEnumerable<TextType>? MultiText = null, StyleParam.TextPosition? TextPosition = null, Color? MarkerColor = null,
        StyleParam.MarkerSymbol? MarkerSymbol = null,
        object? MarkerSize = null, Color? LineColor = null, double? LineWidth = null, StyleParam.DrawingStyle? LineDash = null,
        StyleParam.Orientation? Orientation = null,
        Color? FillColor = null, bool? UseWebGL = null) =>
        new([PointData.Scatter(x, y, Lines(ShowMarkers), new SeriesStyle
        {
            Name = Name, ShowLegend = ShowLegend, Opacity = Opacity, Text = SeriesStyle.Texts(Text, MultiText), TextPosition = TextPosition,
            MarkerColor = MarkerColor,
            MarkerSymbol = MarkerSymbol, MarkerSize = MarkerSize, LineColor = LineColor, LineWidth = LineWidth, LineDash = LineDash,
            StackGroup = "stackedarea",
            Orientation = Orientation, FillColor = FillColor, UseWebGL = UseWebGL,
        })]);

    /// <summary>An area that stands on the areas of the series before it; combine several.</summary>
    /// <param name="x">
    /// Places; or, when it is the only data, the values: they then stand at 0, 1, 2, …, or where pairs <c>(x, y)</c> say.
    /// </param>
    /// <param name="y">Values.</param>
    public static GenericChart StackedArea(
        object? x = null, object? y = null, bool? ShowMarkers = null, string? Name = null, bool? ShowLegend = null, double? Opacity = null,
        object? Text = null,
        StyleParam.TextPosition? TextPosition = null, Color? MarkerColor = null, StyleParam.MarkerSymbol? MarkerSymbol = null,
        object? MarkerSize = null, Color? LineColor = null,
        double? LineWidth = null, StyleParam.DrawingStyle? LineDash = null, StyleParam.Orientation? Orientation = null,
        Color? FillColor = null, bool? UseWebGL = null) =>
        new([PointData.Scatter(x, y, Lines(ShowMarkers), new SeriesStyle
        {
            Name = Name, ShowLegend = ShowLegend, Opacity = Opacity, Text = Text, TextPosition = TextPosition, MarkerColor = MarkerColor,
            MarkerSymbol = MarkerSymbol,
            MarkerSize = MarkerSize, LineColor = LineColor, LineWidth = LineWidth, LineDash = LineDash, StackGroup = "stackedarea",
            Orientation = Orientation, FillColor = FillColor,
            UseWebGL = UseWebGL,
        })]);
}
