namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>Upright bars that stand on those of the series before; combine several.</summary>
    public static GenericChart StackedColumn<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, IEnumerable<KeysType>? Keys = null, string? Name = null, bool? ShowLegend = null,
        double? Opacity = null, TextType? Text = default,
        IEnumerable<TextType>? MultiText = null, Color? MarkerColor = null, StyleParam.TextPosition? TextPosition = null,
        ValuesType? Base = default, ValuesType? Width = default) =>
        BarData.Chart(values, Keys, horizontal: false, stacked: true,
            new BarStyle(Name, ShowLegend, Opacity, SeriesStyle.Texts(Text, MultiText), MarkerColor, TextPosition, BarData.Given(Base),
                BarData.Given(Width)));

    /// <summary>Upright bars that stand on those of the series before; combine several.</summary>
    /// <param name="values">The lengths; or pairs <c>(key, value)</c>, or a dictionary.</param>
    /// <param name="Keys">The bars' names or places; 0, 1, 2, … when there are none.</param>
    /// <param name="MarkerColor">One colour, or one for each bar.</param>
    public static GenericChart StackedColumn(
        object values, object? Keys = null, string? Name = null, bool? ShowLegend = null, double? Opacity = null, object? Text = null,
        object? MarkerColor = null,
        StyleParam.TextPosition? TextPosition = null, object? Base = null, object? Width = null) =>
        BarData.Chart(values, Keys, horizontal: false, stacked: true,
            new BarStyle(Name, ShowLegend, Opacity, Text, MarkerColor, TextPosition, Base, Width));
}
