namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>Median, quartiles, whiskers and outliers.</summary>
    public static GenericChart BoxPlot<XType, YType, TextType>(
        IEnumerable<XType>? X = null, IEnumerable<YType>? Y = null, string? Name = null, bool? ShowLegend = null, TextType? Text = default,
        IEnumerable<TextType>? MultiText = null, Color? FillColor = null,
        Color? MarkerColor = null, double? Opacity = null, double? WhiskerWidth = null, StyleParam.BoxPoints? BoxPoints = null,
        bool? BoxMean = null, double? Jitter = null, double? PointPos = null,
        StyleParam.Orientation? Orientation = null, Color? OutlineColor = null, double? OutlineWidth = null, bool? Notched = null) =>
        BoxPlot((object?)X, Y, Name, BoxPoints, BoxMean, Orientation, MarkerColor, FillColor, Notched, ShowLegend, Opacity, Jitter,
            PointPos, WhiskerWidth, OutlineColor, OutlineWidth);

    /// <summary>
    /// Median, quartiles, whiskers and outliers: <c>Chart.BoxPlot(Y: times, Name: "conv")</c>; with X of names, a box for each.
    /// </summary>
    public static GenericChart BoxPlot(
        object? X = null, object? Y = null, string? Name = null, StyleParam.BoxPoints? BoxPoints = null, bool? BoxMean = null,
        StyleParam.Orientation? Orientation = null, Color? MarkerColor = null,
        Color? FillColor = null, bool? Notched = null, bool? ShowLegend = null, double? Opacity = null, double? Jitter = null,
        double? PointPos = null, double? WhiskerWidth = null,
        Color? OutlineColor = null, double? OutlineWidth = null)
    {
        var trace = Distribution("box", X, Y, Name, Orientation, MarkerColor, FillColor, ShowLegend, Opacity, OutlineColor, OutlineWidth);
        (trace["boxpoints"], trace["boxmean"], trace["notched"], trace["jitter"], trace["pointpos"], trace["whiskerwidth"]) = (BoxPoints,
            BoxMean, Notched, Jitter, PointPos, WhiskerWidth);
        return Of(trace);
    }

    /// <summary>How values are distributed, as a smooth outline.</summary>
    public static GenericChart Violin<XType, YType, TextType>(
        IEnumerable<XType>? X = null, IEnumerable<YType>? Y = null, string? Name = null, bool? ShowLegend = null, TextType? Text = default,
        IEnumerable<TextType>? MultiText = null, Color? FillColor = null,
        double? Opacity = null, StyleParam.BoxPoints? Points = null, StyleParam.Orientation? Orientation = null, Color? MarkerColor = null,
        Color? OutlineColor = null, double? OutlineWidth = null,
        bool? ShowBox = null, double? BandWidth = null, bool? ShowMeanLine = null) =>
        Violin((object?)X, Y, Name, ShowBox, ShowMeanLine, Points, BandWidth, Orientation, MarkerColor, FillColor, ShowLegend, Opacity,
            OutlineColor, OutlineWidth);

    /// <summary>
    /// How values are distributed, as a smooth outline: <c>Chart.Violin(Y: gradients, Name: "layer 1", ShowBox: true)</c>.
    /// </summary>
    public static GenericChart Violin(
        object? X = null, object? Y = null, string? Name = null, bool? ShowBox = null, bool? ShowMeanLine = null,
        StyleParam.BoxPoints? Points = null, double? BandWidth = null,
        StyleParam.Orientation? Orientation = null, Color? MarkerColor = null, Color? FillColor = null, bool? ShowLegend = null,
        double? Opacity = null, Color? OutlineColor = null, double? OutlineWidth = null)
    {
        var trace = Distribution("violin", X, Y, Name, Orientation, MarkerColor, FillColor, ShowLegend, Opacity, OutlineColor,
            OutlineWidth);
        (trace["points"], trace["bandwidth"]) = (Points, BandWidth);
        if (ShowBox is { } box) trace["box"] = new PlotlyObject { ["visible"] = box };
        if (ShowMeanLine is { } mean) trace["meanline"] = new PlotlyObject { ["visible"] = mean };
        return Of(trace);
    }

    private static Trace Distribution(
        string type, object? x, object? y, string? name, StyleParam.Orientation? orientation, Color? markerColor, Color? fillColor,
        bool? showLegend, double? opacity, Color? lineColor, double? lineWidth)
    {
        if (x is null && y is null) throw new ArgumentException($"{type}: no values; give Y for an upright figure, or X for one that lies");
        var trace = new Trace(type)
        {
            ["x"] = x,
            ["y"] = y,
            ["name"] = name,
            ["orientation"] = orientation,
            ["fillcolor"] = fillColor,
            ["showlegend"] = showLegend,
            ["opacity"] = opacity,
        };
        PointData.CheckLengths(trace);
        SeriesStyle.Set(trace, "marker", new PlotlyObject { ["color"] = markerColor });
        SeriesStyle.Set(trace, "line", new PlotlyObject { ["color"] = lineColor, ["width"] = lineWidth });
        return trace;
    }
}
