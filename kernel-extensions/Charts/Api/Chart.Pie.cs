namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>Parts of a whole.</summary>
    public static GenericChart Pie<ValuesType, LabelsType, TextType>(
        IEnumerable<ValuesType> values, string? Name = null, bool? ShowLegend = null, double? Opacity = null,
        IEnumerable<LabelsType>? Labels = null, double? Pull = null, TextType? Text = default,
        IEnumerable<TextType>? MultiText = null, IEnumerable<Color>? SectionColors = null, double? Hole = null, double? Rotation = null,
        bool? Sort = null) =>
        Of(Pie(values, Labels, Name, ShowLegend, Opacity, Pull, SeriesStyle.Texts(Text, MultiText), SectionColors, Hole, Rotation, Sort));

    /// <summary>Parts of a whole: <c>Chart.Pie(counts, Labels: names)</c>, or pairs <c>(label, value)</c>.</summary>
    public static GenericChart Pie(
        object values, object? Labels = null, string? Name = null, double? Hole = null, bool? Sort = null,
        IEnumerable<Color>? SectionColors = null, bool? ShowLegend = null, double? Opacity = null,
        object? Pull = null, double? Rotation = null, object? Text = null) =>
        Of(Pie(values, Labels, Name, ShowLegend, Opacity, Pull, Text, SectionColors, Hole, Rotation, Sort));

    /// <summary>Parts of a whole, around a hole.</summary>
    public static GenericChart Doughnut<ValuesType, LabelsType, TextType>(
        IEnumerable<ValuesType> values, string? Name = null, bool? ShowLegend = null, double? Opacity = null,
        IEnumerable<LabelsType>? Labels = null, double? Pull = null, TextType? Text = default,
        IEnumerable<TextType>? MultiText = null, IEnumerable<Color>? SectionColors = null, double? Hole = null, double? Rotation = null,
        bool? Sort = null) =>
        Of(Pie(values, Labels, Name, ShowLegend, Opacity, Pull, SeriesStyle.Texts(Text, MultiText), SectionColors, Hole ?? 0.4,
            Rotation, Sort));

    /// <summary>Parts of a whole, around a hole.</summary>
    public static GenericChart Doughnut(object values, object? Labels = null, string? Name = null, double Hole = 0.4, bool? Sort = null,
        IEnumerable<Color>? SectionColors = null) =>
        Of(Pie(values, Labels, Name, null, null, null, null, SectionColors, Hole, null, Sort));

    private static Trace Pie(
        object values, object? labels, string? name, bool? showLegend, double? opacity, object? pull, object? text,
        IEnumerable<Color>? colors, double? hole, double? rotation, bool? sort)
    {
        if (labels is null) (labels, values) = PointData.Pairs(values);
        var trace = new Trace("pie")
        {
            ["values"] = values,
            ["labels"] = labels,
            ["name"] = name,
            ["showlegend"] = showLegend,
            ["opacity"] = opacity,
            ["pull"] = pull,
            ["text"] = text,
            ["hole"] = hole,
            ["rotation"] = rotation,
            ["sort"] = sort,
        };
        if (trace["labels"] is Array l && trace["values"] is Array v && l.Length != v.Length)
            throw new ArgumentException($"Pie: {v.Length} values and {l.Length} labels; each part needs one of each");
        SeriesStyle.Set(trace, "marker", new PlotlyObject { ["colors"] = colors?.Select(c => c.ToString()) });
        return trace;
    }
}
