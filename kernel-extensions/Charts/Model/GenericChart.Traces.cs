namespace Qiansi.Charts;

public sealed partial class GenericChart
{
    /// <summary>Names the series, and says how they stand in the legend.</summary>
    public GenericChart WithTraceInfo(string? Name = null, bool? ShowLegend = null, int? LegendRank = null, string? LegendGroup = null,
        bool? Visible = null) => WithTraces(t =>
        t.Merge(new PlotlyObject
        {
            ["name"] = Name,
            ["showlegend"] = ShowLegend,
            ["legendrank"] = LegendRank,
            ["legendgroup"] = LegendGroup,
            ["visible"] = Visible,
        }));

    /// <summary>Sets how lines look.</summary>
    public GenericChart WithLineStyle(Color? Color = null, double? Width = null, StyleParam.DrawingStyle? Dash = null, string? Shape = null,
        double? Smoothing = null) => WithTraces(t =>
        t.Part("line").Merge(
            new PlotlyObject { ["color"] = Color, ["width"] = Width, ["dash"] = Dash, ["shape"] = Shape, ["smoothing"] = Smoothing }));

    /// <summary>Sets how markers, bars and boxes look.</summary>
    /// <param name="Color">A colour, or a number for each point, which the colour scale maps.</param>
    /// <param name="Size">A diameter in pixels, or one for each point.</param>
    public GenericChart WithMarkerStyle(object? Color = null, object? Size = null, StyleParam.MarkerSymbol? Symbol = null,
        double? Opacity = null, StyleParam.Colorscale? Colorscale = null, bool? ShowScale = null) => WithTraces(t =>
        t.Part("marker").Merge(new PlotlyObject
        {
            ["color"] = Color,
            ["size"] = Size,
            ["symbol"] = Symbol,
            ["opacity"] = Opacity,
            ["colorscale"] = Colorscale,
            ["showscale"] = ShowScale,
        }));

    /// <summary>Draws the uncertainty of x beside each point.</summary>
    /// <param name="Array">Half the length for each point.</param>
    /// <param name="Arrayminus">Downwards, when it is another.</param>
    public GenericChart WithXErrorStyle(object Array, object? Arrayminus = null, Color? Color = null) =>
        WithError("error_x", Array, Arrayminus, Color);

    /// <summary>Draws the uncertainty of y above and below each point.</summary>
    /// <inheritdoc cref="WithXErrorStyle"/>
    public GenericChart WithYErrorStyle(object Array, object? Arrayminus = null, Color? Color = null) =>
        WithError("error_y", Array, Arrayminus, Color);

    /// <summary>Sets the colour bar's title.</summary>
    public GenericChart WithColorBarStyle(string? TitleText = null, bool Show = true) => WithTraces(t =>
    {
        var holder = t.Type is "scatter" or "scattergl" or "bar" or "scatter3d" ? t.Part("marker") : t;
        holder["showscale"] = Show;
        if (TitleText is not null)
            holder.Part("colorbar").Merge(new PlotlyObject { ["title"] = new PlotlyObject { ["text"] = TitleText } });
    });

    /// <summary>Says against which axes the series are drawn.</summary>
    public GenericChart WithAxisAnchor(int? X = null, int? Y = null) => WithTraces(t =>
    {
        if (X is { } x) t["xaxis"] = x == 1 ? "x" : $"x{x}";
        if (Y is { } y) t["yaxis"] = y == 1 ? "y" : $"y{y}";
    });

    /// <summary>Lets the lines of the chart grow in steps: the path of an optimiser over contours, a race of curves.</summary>
    /// <param name="steps">How many steps, at most 120.</param>
    /// <exception cref="ArgumentException">The chart has no line of two points or more.</exception>
    public ChartFilm Animate(int steps = 40) => Films.Growth.Film(this, steps);

    private GenericChart WithError(string which, object up, object? down, Color? color) => WithTraces(t => t[which] = new PlotlyObject
    {
        ["type"] = "data",
        ["array"] = up,
        ["arrayminus"] = down,
        ["symmetric"] = down is null,
        ["color"] = color,
    });
}
