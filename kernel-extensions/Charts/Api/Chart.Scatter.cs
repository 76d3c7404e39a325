namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>Points as markers, lines, texts, or several of them.</summary>
    public static GenericChart Scatter<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, StyleParam.Mode mode, string? Name = null, bool? ShowLegend = null,
        double? Opacity = null, TextType? Text = default,
        IEnumerable<TextType>? MultiText = null, StyleParam.TextPosition? TextPosition = null, Color? MarkerColor = null,
        StyleParam.MarkerSymbol? MarkerSymbol = null,
        object? MarkerSize = null, Color? LineColor = null, double? LineWidth = null, StyleParam.DrawingStyle? LineDash = null,
        string? StackGroup = null,
        StyleParam.Orientation? Orientation = null, StyleParam.Fill? Fill = null, Color? FillColor = null, bool? UseWebGL = null) =>
        new([PointData.Scatter(x, y, (string)PlotlyNames.Of(mode), new SeriesStyle
        {
            Name = Name, ShowLegend = ShowLegend, Opacity = Opacity, Text = SeriesStyle.Texts(Text, MultiText), TextPosition = TextPosition,
            MarkerColor = MarkerColor,
            MarkerSymbol = MarkerSymbol, MarkerSize = MarkerSize, LineColor = LineColor, LineWidth = LineWidth, LineDash = LineDash,
            StackGroup = StackGroup, Orientation = Orientation,
            Fill = Fill, FillColor = FillColor, UseWebGL = UseWebGL,
        })]);

    /// <summary>Points as markers, lines, texts, or several of them.</summary>
    /// <param name="x">
    /// Places; or, when it is the only data, the values: they then stand at 0, 1, 2, …, or where pairs <c>(x, y)</c> say.
    /// </param>
    /// <param name="y">Values.</param>
    public static GenericChart Scatter(
        object? x = null, object? y = null, StyleParam.Mode mode = StyleParam.Mode.Markers, string? Name = null, bool? ShowLegend = null,
        double? Opacity = null, object? Text = null,
        StyleParam.TextPosition? TextPosition = null, Color? MarkerColor = null, StyleParam.MarkerSymbol? MarkerSymbol = null,
        object? MarkerSize = null, Color? LineColor = null,
        double? LineWidth = null, StyleParam.DrawingStyle? LineDash = null, string? StackGroup = null,
        StyleParam.Orientation? Orientation = null, StyleParam.Fill? Fill = null,
        Color? FillColor = null, bool? UseWebGL = null) =>
        new([PointData.Scatter(x, y, (string)PlotlyNames.Of(mode), new SeriesStyle
        {
            Name = Name, ShowLegend = ShowLegend, Opacity = Opacity, Text = Text, TextPosition = TextPosition, MarkerColor = MarkerColor,
            MarkerSymbol = MarkerSymbol,
            MarkerSize = MarkerSize, LineColor = LineColor, LineWidth = LineWidth, LineDash = LineDash, StackGroup = StackGroup,
            Orientation = Orientation, Fill = Fill,
            FillColor = FillColor, UseWebGL = UseWebGL,
        })]);
}
