namespace Qiansi.Charts;

/// <summary>What the kinds of scatter traces have in common; null leaves it to Plotly.</summary>
internal sealed record SeriesStyle
{
    public string? Name { get; init; }

    public bool? ShowLegend { get; init; }

    public double? Opacity { get; init; }

    public object? Text { get; init; }

    public object? TextPosition { get; init; }

    public Color? MarkerColor { get; init; }

    public StyleParam.MarkerSymbol? MarkerSymbol { get; init; }

    public object? MarkerSize { get; init; }

    public Color? LineColor { get; init; }

    public double? LineWidth { get; init; }

    public StyleParam.DrawingStyle? LineDash { get; init; }

    public string? Shape { get; init; }

    public double? Smoothing { get; init; }

    public string? StackGroup { get; init; }

    public StyleParam.Orientation? Orientation { get; init; }

    public StyleParam.Fill? Fill { get; init; }

    public Color? FillColor { get; init; }

    public bool? UseWebGL { get; init; }

    /// <summary>One text for all points or one for each; a default value of its type is none.</summary>
    public static object? Texts<T>(T? one, IEnumerable<T>? many) =>
        many is not null
            ? many.Select(t => t?.ToString()).ToArray() : EqualityComparer<T?>.Default.Equals(one, default) ? null : one!.ToString();

    /// <summary>Sets all that is given.</summary>
    public Trace ApplyTo(Trace trace)
    {
        (trace["name"], trace["showlegend"], trace["opacity"], trace["text"], trace["textposition"]) = (Name, ShowLegend, Opacity, Text,
            TextPosition);
        (trace["stackgroup"], trace["orientation"], trace["fill"], trace["fillcolor"]) = (StackGroup, Orientation, Fill, FillColor);
        Set(trace, "marker", new PlotlyObject { ["color"] = MarkerColor, ["symbol"] = MarkerSymbol, ["size"] = MarkerSize });
        Set(trace, "line", new PlotlyObject
        {
            ["color"] = LineColor,
            ["width"] = LineWidth,
            ["dash"] = LineDash,
            ["shape"] = Shape,
            ["smoothing"] = Smoothing,
        });
        return trace;
    }

    internal static void Set(Trace trace, string name, PlotlyObject part)
    {
        if (part.Count > 0) trace[name] = part;
    }
}
