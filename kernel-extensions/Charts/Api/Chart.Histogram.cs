namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>How often values occur, in bins.</summary>
    public static GenericChart Histogram<XType, YType, TextType>(
        IEnumerable<XType>? X = null, IEnumerable<YType>? Y = null, StyleParam.Orientation? Orientation = null, string? Name = null,
        bool? ShowLegend = null, double? Opacity = null,
        TextType? Text = default, IEnumerable<TextType>? MultiText = null, StyleParam.HistFunc? HistFunc = null,
        StyleParam.HistNorm? HistNorm = null, int? NBinsX = null, int? NBinsY = null,
        Color? MarkerColor = null) =>
        Of(Histogram(X, Y, Orientation, Name, ShowLegend, Opacity, SeriesStyle.Texts(Text, MultiText), HistFunc, HistNorm, NBinsX, NBinsY,
            MarkerColor));

    /// <summary>How often values occur, in bins: <c>Chart.Histogram(weights, NBinsX: 40)</c>.</summary>
    public static GenericChart Histogram(
        object? X = null, object? Y = null, string? Name = null, int? NBinsX = null, int? NBinsY = null,
        StyleParam.HistNorm? HistNorm = null, StyleParam.HistFunc? HistFunc = null,
        StyleParam.Orientation? Orientation = null, bool? ShowLegend = null, double? Opacity = null, Color? MarkerColor = null) =>
        Of(Histogram(X, Y, Orientation, Name, ShowLegend, Opacity, null, HistFunc, HistNorm, NBinsX, NBinsY, MarkerColor));

    /// <summary>How often pairs of values occur, in rectangles.</summary>
    public static GenericChart Histogram2D<XType, YType, ZType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<IEnumerable<ZType>>? Z = null, string? Name = null, bool? ShowLegend = null,
        double? Opacity = null, StyleParam.HistFunc? HistFunc = null,
        StyleParam.HistNorm? HistNorm = null, int? NBinsX = null, int? NBinsY = null, StyleParam.Colorscale? ColorScale = null,
        bool? ShowScale = null, bool? ReverseScale = null) =>
        Of(new Trace("histogram2d")
        {
            ["x"] = x,
            ["y"] = y,
            ["z"] = Z,
            ["name"] = Name,
            ["showlegend"] = ShowLegend,
            ["opacity"] = Opacity,
            ["histfunc"] = HistFunc,
            ["histnorm"] = HistNorm,
            ["nbinsx"] = NBinsX,
            ["nbinsy"] = NBinsY,
            ["colorscale"] = ColorScale,
            ["showscale"] = ShowScale,
            ["reversescale"] = ReverseScale,
        });

    /// <summary>How often pairs of values occur, in rectangles.</summary>
    public static GenericChart Histogram2D(
        object x, object y, string? Name = null, int? NBinsX = null, int? NBinsY = null, StyleParam.HistNorm? HistNorm = null,
        StyleParam.Colorscale? ColorScale = null, bool? ShowScale = null, bool? ReverseScale = null) =>
        Of(new Trace("histogram2d")
        {
            ["x"] = x,
            ["y"] = y,
            ["name"] = Name,
            ["histnorm"] = HistNorm,
            ["nbinsx"] = NBinsX,
            ["nbinsy"] = NBinsY,
            ["colorscale"] = ColorScale,
            ["showscale"] = ShowScale,
            ["reversescale"] = ReverseScale,
        });

    private static Trace Histogram(
        object? x, object? y, StyleParam.Orientation? orientation, string? name, bool? showLegend, double? opacity, object? text,
        StyleParam.HistFunc? func, StyleParam.HistNorm? norm, int? binsX, int? binsY, Color? color)
    {
        if (x is null && y is null) throw new ArgumentException("Histogram: no values; give X for upright bars, or Y for bars that lie");
        var trace = new Trace("histogram")
        {
            ["x"] = x,
            ["y"] = y,
            ["orientation"] = orientation,
            ["name"] = name,
            ["showlegend"] = showLegend,
            ["opacity"] = opacity,
            ["text"] = text,
            ["histfunc"] = func,
            ["histnorm"] = norm,
            ["nbinsx"] = binsX,
            ["nbinsy"] = binsY,
        };
        SeriesStyle.Set(trace, "marker", new PlotlyObject { ["color"] = color });
        if (trace["x"] is double[][] rows) trace["x"] = rows.SelectMany(r => r).ToArray();
        return trace;
    }
}
