namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>A smooth curve, and the area between it and zero.</summary>
    public static GenericChart SplineArea<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, bool? ShowMarkers = null, double? Smoothing = null, string? Name = null,
        bool? ShowLegend = null, double? Opacity = null,
        TextType? Text = default, IEnumerable<TextType>? MultiText = null, StyleParam.TextPosition? TextPosition = null,
        Color? MarkerColor = null,
        StyleParam.MarkerSymbol? MarkerSymbol = null, object? MarkerSize = null, Color? LineColor = null, double? LineWidth = null,
        StyleParam.DrawingStyle? LineDash = null,
        string? StackGroup = null, StyleParam.Orientation? Orientation = null, Color? FillColor = null, bool? UseWebGL = null) =>
        new([PointData.Scatter(x, y, Lines(ShowMarkers), new SeriesStyle
        {
            Name = Name, ShowLegend = ShowLegend, Opacity = Opacity, Text = SeriesStyle.Texts(Text, MultiText), TextPosition = TextPosition,
            MarkerColor = MarkerColor,
            MarkerSymbol = MarkerSymbol, MarkerSize = MarkerSize, LineColor = LineColor, LineWidth = LineWidth, LineDash = LineDash,
            Shape = "spline", Smoothing = Smoothing,
            StackGroup = StackGroup, Orientation = Orientation, Fill = StyleParam.Fill.ToZero_y, FillColor = FillColor, UseWebGL = UseWebGL,
        })]);

    /// <summary>A smooth curve, and the area between it and zero.</summary>
    /// <param name="x">
    /// Places; or, when it is the only data, the values: they then stand at 0, 1, 2, …, or where pairs <c>(x, y)</c> say.
    /// </param>
    /// <param name="y">Values.</param>
    public static GenericChart SplineArea(
        object? x = null, object? y = null, bool? ShowMarkers = null, double? Smoothing = null, string? Name = null,
        bool? ShowLegend = null, double? Opacity = null,
        object? Text = null, StyleParam.TextPosition? TextPosition = null, Color? MarkerColor = null,
        StyleParam.MarkerSymbol? MarkerSymbol = null, object? MarkerSize = null,
        Color? LineColor = null, double? LineWidth = null, StyleParam.DrawingStyle? LineDash = null, string? StackGroup = null,
        StyleParam.Orientation? Orientation = null,
        Color? FillColor = null, bool? UseWebGL = null) =>
        new([PointData.Scatter(x, y, Lines(ShowMarkers), new SeriesStyle
        {
            Name = Name, ShowLegend = ShowLegend, Opacity = Opacity, Text = Text, TextPosition = TextPosition, MarkerColor = MarkerColor,
            MarkerSymbol = MarkerSymbol,
            MarkerSize = MarkerSize, LineColor = LineColor, LineWidth = LineWidth, LineDash = LineDash, Shape = "spline",
            Smoothing = Smoothing, StackGroup = StackGroup,
            Orientation = Orientation, Fill = StyleParam.Fill.ToZero_y, FillColor = FillColor, UseWebGL = UseWebGL,
        })]);
}
