namespace Qiansi.Charts;

/// <summary>What the kinds of bars have in common; null leaves it to Plotly.</summary>
internal sealed record BarStyle(
    string? Name, bool? ShowLegend, double? Opacity, object? Text, object? MarkerColor, StyleParam.TextPosition? TextPosition, object? Base,
    object? Width);

/// <summary>Makes charts of bars.</summary>
internal static class BarData
{
    /// <summary>A chart of one series of bars.</summary>
    public static GenericChart Chart(object values, object? keys, bool horizontal, bool stacked, BarStyle style)
    {
        if (keys is null) (keys, values) = PointData.Pairs(values);
        var trace = new Trace("bar") { ["orientation"] = horizontal ? "h" : "v" };
        (trace["x"], trace["y"]) = horizontal ? (values, keys) : (keys, values);
        if (trace["x"] is Array x && trace["y"] is Array y && x.Length != y.Length)
            throw new ArgumentException(
                $"there are {(horizontal ? x : y).Length} values and {(horizontal ? y : x).Length} keys; each bar needs one of each");
        (trace["name"], trace["showlegend"], trace["opacity"], trace["text"], trace["textposition"]) = (style.Name, style.ShowLegend,
            style.Opacity, style.Text, style.TextPosition);
        (trace["base"], trace["width"]) = (style.Base, style.Width);
        SeriesStyle.Set(trace, "marker", new PlotlyObject { ["color"] = style.MarkerColor });
        return new GenericChart([trace], stacked ? new Layout { ["barmode"] = "stack" } : null);
    }

    /// <summary>The value, null when it is its type's default: not given.</summary>
    public static object? Given<T>(T? value) => EqualityComparer<T?>.Default.Equals(value, default) ? null : value;
}
