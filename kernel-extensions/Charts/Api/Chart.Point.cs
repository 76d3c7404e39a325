namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>Points as markers.</summary>
    public static GenericChart Point<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, string? Name = null, bool? ShowLegend = null, double? Opacity = null,
        TextType? Text = default,
        IEnumerable<TextType>? MultiText = null, StyleParam.TextPosition? TextPosition = null, Color? MarkerColor = null,
        StyleParam.MarkerSymbol? MarkerSymbol = null,
        object? MarkerSize = null, string? StackGroup = null, StyleParam.Orientation? Orientation = null, bool? UseWebGL = null) =>
        new([PointData.Scatter(x, y, "markers", new SeriesStyle
        {
            Name = Name, ShowLegend = ShowLegend, Opacity = Opacity, Text = SeriesStyle.Texts(Text, MultiText), TextPosition = TextPosition,
            MarkerColor = MarkerColor,
            MarkerSymbol = MarkerSymbol, MarkerSize = MarkerSize, StackGroup = StackGroup, Orientation = Orientation, UseWebGL = UseWebGL,
        })]);

    /// <summary>Points as markers.</summary>
    /// <param name="x">
    /// Places; or, when it is the only data, the values: they then stand at 0, 1, 2, …, or where pairs <c>(x, y)</c> say.
    /// </param>
    /// <param name="y">Values.</param>
    public static GenericChart Point(
        object? x = null, object? y = null, string? Name = null, bool? ShowLegend = null, double? Opacity = null, object? Text = null,
        StyleParam.TextPosition? TextPosition = null,
        Color? MarkerColor = null, StyleParam.MarkerSymbol? MarkerSymbol = null, object? MarkerSize = null, string? StackGroup = null,
        StyleParam.Orientation? Orientation = null,
        bool? UseWebGL = null) =>
        new([PointData.Scatter(x, y, "markers", new SeriesStyle
        {
            Name = Name, ShowLegend = ShowLegend, Opacity = Opacity, Text = Text, TextPosition = TextPosition, MarkerColor = MarkerColor,
            MarkerSymbol = MarkerSymbol,
            MarkerSize = MarkerSize, StackGroup = StackGroup, Orientation = Orientation, UseWebGL = UseWebGL,
        })]);
}
