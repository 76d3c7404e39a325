namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>Points as discs of a diameter in pixels each.</summary>
    public static GenericChart Bubble<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<int> sizes, string? Name = null, bool? ShowLegend = null,
        double? Opacity = null, TextType? Text = default,
        IEnumerable<TextType>? MultiText = null, StyleParam.TextPosition? TextPosition = null, Color? MarkerColor = null,
        StyleParam.MarkerSymbol? MarkerSymbol = null,
        string? StackGroup = null, StyleParam.Orientation? Orientation = null, bool? UseWebGL = null) =>
        new([PointData.Scatter(x, y, "markers", new SeriesStyle
        {
            Name = Name, ShowLegend = ShowLegend, Opacity = Opacity, Text = SeriesStyle.Texts(Text, MultiText), TextPosition = TextPosition,
            MarkerColor = MarkerColor,
            MarkerSymbol = MarkerSymbol, MarkerSize = sizes, StackGroup = StackGroup, Orientation = Orientation, UseWebGL = UseWebGL,
        })]);

    /// <summary>Points as discs of a diameter in pixels each.</summary>
    public static GenericChart Bubble(
        object x, object y, object sizes, string? Name = null, bool? ShowLegend = null, double? Opacity = null, object? Text = null,
        StyleParam.TextPosition? TextPosition = null,
        Color? MarkerColor = null, StyleParam.MarkerSymbol? MarkerSymbol = null, string? StackGroup = null,
        StyleParam.Orientation? Orientation = null, bool? UseWebGL = null) =>
        new([PointData.Scatter(x, y, "markers", new SeriesStyle
        {
            Name = Name, ShowLegend = ShowLegend, Opacity = Opacity, Text = Text, TextPosition = TextPosition, MarkerColor = MarkerColor,
            MarkerSymbol = MarkerSymbol,
            MarkerSize = sizes, StackGroup = StackGroup, Orientation = Orientation, UseWebGL = UseWebGL,
        })]);
}
