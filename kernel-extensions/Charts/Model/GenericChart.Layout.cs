namespace Qiansi.Charts;

public sealed partial class GenericChart
{
    /// <summary>Sets the title.</summary>
    public GenericChart WithTitle(string title) => With(l => l.Title = title);

    /// <summary>Sets width and height in pixels.</summary>
    public GenericChart WithSize(int? Width = null, int? Height = null) => With(l =>
    {
        l["width"] = Width ?? l["width"];
        l["height"] = Height ?? l["height"];
    });

    /// <summary>Shows or hides the legend.</summary>
    public GenericChart WithLegend(bool showLegend) => With(l => l["showlegend"] = showLegend);

    /// <summary>Says where the legend stands and how it looks.</summary>
    /// <param name="Orientation">One below the other, or in a row.</param>
    /// <param name="X">Place of its left edge, in parts of the plot's width.</param>
    /// <param name="Y">Place of its top edge, in parts of the plot's height.</param>
    public GenericChart WithLegendStyle(
        string? TitleText = null, StyleParam.Orientation? Orientation = null, double? X = null, double? Y = null, Color? BGColor = null,
        Color? BorderColor = null, double? BorderWidth = null) => With(l =>
        l.Part("legend").Merge(new PlotlyObject
        {
            ["title"] = TitleText is null ? null : new PlotlyObject { ["text"] = TitleText },
            ["orientation"] = Orientation,
            ["x"] = X,
            ["y"] = Y,
            ["bgcolor"] = BGColor,
            ["bordercolor"] = BorderColor,
            ["borderwidth"] = BorderWidth,
        }));

    /// <summary>Takes over the attributes of a layout.</summary>
    public GenericChart WithLayout(Layout layout) => With(l => l.Merge(layout));

    /// <summary>Takes over options of the interactive figure: <c>new PlotlyObject { ["scrollZoom"] = true }</c>.</summary>
    public GenericChart WithConfig(PlotlyObject config)
    {
        var merged = Config.Copy();
        merged.Merge(config);
        return new(Traces, Layout, merged);
    }

    /// <summary>Sets the space around the plot in pixels.</summary>
    public GenericChart WithMarginSize(int? Left = null, int? Right = null, int? Top = null, int? Bottom = null) =>
        With(l => l.Part("margin").Merge(new PlotlyObject { ["l"] = Left, ["r"] = Right, ["t"] = Top, ["b"] = Bottom }));

    /// <summary>How several bars share a place.</summary>
    public GenericChart WithBarMode(StyleParam.BarMode mode) => With(l => l["barmode"] = mode);

    /// <summary>Writes a text at a point, with an arrow to it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="X">Place on the x axis: a number, a date, a category.</param>
    /// <param name="Y">Place on the y axis.</param>
    /// <param name="ShowArrow">Whether an arrow leads to the point.</param>
    public GenericChart WithAnnotation(string text, object X, object Y, bool ShowArrow = true) => With(l =>
        Append(l, "annotations",
            new PlotlyObject { ["text"] = text, ["x"] = X, ["y"] = Y, ["xref"] = "x", ["yref"] = "y", ["showarrow"] = ShowArrow }));

    /// <summary>A line across the plot at a value of y.</summary>
    public GenericChart WithHLine(object y, string? text = null, Color? LineColor = null,
        StyleParam.DrawingStyle LineDash = StyleParam.DrawingStyle.Dash) =>
        WithRule("y", "x", y, text, LineColor, LineDash);

    /// <summary>A line across the plot at a value of x.</summary>
    public GenericChart WithVLine(object x, string? text = null, Color? LineColor = null,
        StyleParam.DrawingStyle LineDash = StyleParam.DrawingStyle.Dash) =>
        WithRule("x", "y", x, text, LineColor, LineDash);

    /// <summary>Draws any of Plotly's shapes: <c>new PlotlyObject { ["type"] = "rect", ["x0"] = 1, … }</c>.</summary>
    public GenericChart WithShape(PlotlyObject shape) => With(l => Append(l, "shapes", shape));

    private GenericChart WithRule(string along, string across, object at, string? text, Color? color,
        StyleParam.DrawingStyle dash) => With(l =>
    {
        Append(l, "shapes", new PlotlyObject
        {
            ["type"] = "line",
            [along + "0"] = at,
            [along + "1"] = at,
            [across + "0"] = 0,
            [across + "1"] = 1,
            [across + "ref"] = across + " domain",
            [along + "ref"] = along,
            ["line"] = new PlotlyObject { ["color"] = color ?? "#7f7f7f", ["width"] = 1.5, ["dash"] = dash },
        });
        if (text is null) return;
        var isHorizontal = along == "y";
        Append(l, "annotations", new PlotlyObject
        {
            ["text"] = text,
            [along] = at,
            [along + "ref"] = along,
            [across] = 1,
            [across + "ref"] = across + " domain",
            ["showarrow"] = false,
            ["xanchor"] = isHorizontal ? "right" : "left",
            ["yanchor"] = isHorizontal ? "bottom" : "top",
        });
    });

    private static void Append(Layout layout, string list, PlotlyObject item) =>
        layout[list] = layout[list] is Array known ? known.Cast<object?>().Append(item).ToArray() : new object?[] { item };
}
