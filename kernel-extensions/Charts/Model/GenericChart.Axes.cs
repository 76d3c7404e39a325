namespace Qiansi.Charts;

public sealed partial class GenericChart
{
    /// <summary>Sets how the x axis looks: <c>WithXAxisStyle("epoch")</c>.</summary>
    /// <param name="MinMax">Its ends: <c>(0, 10)</c>; dates too; values, not powers, on a logarithmic axis.</param>
    /// <param name="Id">2 for a second axis.</param>
    public GenericChart WithXAxisStyle(
        string? TitleText = null, StyleParam.AxisType? AxisType = null, (object Min, object Max)? MinMax = null, bool? ShowGrid = null,
        bool? ShowLine = null, bool? ZeroLine = null, bool? Reversed = null,
        string? TickFormat = null, object? TickVals = null, object? TickText = null, StyleParam.CategoryOrder? CategoryOrder = null,
        object? CategoryArray = null, StyleParam.Side? Side = null, int Id = 1) =>
        WithAxis("x", Id, TitleText, AxisType, MinMax, Look(
            ShowGrid, ShowLine, ZeroLine, Reversed, TickFormat, TickVals, TickText, CategoryOrder, CategoryArray, Side));

    /// <summary>Sets how the y axis looks: <c>WithYAxisStyle("loss", StyleParam.AxisType.Log)</c>.</summary>
    /// <inheritdoc cref="WithXAxisStyle(string, StyleParam.AxisType?, ValueTuple{object, object}?, bool?, bool?, bool?, bool?, string, object, object, StyleParam.CategoryOrder?, object, StyleParam.Side?, int)"/>
    public GenericChart WithYAxisStyle(
        string? TitleText = null, StyleParam.AxisType? AxisType = null, (object Min, object Max)? MinMax = null, bool? ShowGrid = null,
        bool? ShowLine = null, bool? ZeroLine = null, bool? Reversed = null,
        string? TickFormat = null, object? TickVals = null, object? TickText = null, StyleParam.CategoryOrder? CategoryOrder = null,
        object? CategoryArray = null, StyleParam.Side? Side = null, int Id = 1) =>
        WithAxis("y", Id, TitleText, AxisType, MinMax, Look(
            ShowGrid, ShowLine, ZeroLine, Reversed, TickFormat, TickVals, TickText, CategoryOrder, CategoryArray, Side));

    private static PlotlyObject Look(
        bool? showGrid, bool? showLine, bool? zeroLine, bool? reversed, string? tickFormat, object? tickVals, object? tickText,
        StyleParam.CategoryOrder? categoryOrder, object? categoryArray, StyleParam.Side? side) => new()
        {
            ["showgrid"] = showGrid,
            ["showline"] = showLine,
            ["zeroline"] = zeroLine,
            ["autorange"] = reversed is true ? "reversed" : null,
            ["tickformat"] = tickFormat,
            ["tickvals"] = tickVals,
            ["ticktext"] = tickText,
            ["categoryorder"] = categoryOrder,
            ["categoryarray"] = categoryArray,
            ["side"] = side,
        };

    /// <summary>Sets how the x axis looks, as Plotly.NET's C# API has it.</summary>
    public GenericChart WithXAxisStyle<MinType, MaxType, CategoryArrayType>(
        string? TitleText = null, Color? Color = null, StyleParam.AxisType? AxisType = null, Tuple<MinType, MaxType>? MinMax = null,
        bool? ShowLine = null, Color? LineColor = null, bool? ShowGrid = null,
        Color? GridColor = null, bool? ZeroLine = null, Color? ZeroLineColor = null, StyleParam.Side? Side = null,
        Tuple<double, double>? Domain = null, double? Position = null,
        StyleParam.CategoryOrder? CategoryOrder = null, IEnumerable<CategoryArrayType>? CategoryArray = null, int Id = 1) =>
        WithAxis("x", Id, TitleText, AxisType, MinMax is null ? null : (MinMax.Item1!, MinMax.Item2!), Look(
            Color, ShowLine, LineColor, ShowGrid, GridColor, ZeroLine, ZeroLineColor, Side, Domain, Position, CategoryOrder,
            CategoryArray));

    /// <summary>Sets how the y axis looks, as Plotly.NET's C# API has it.</summary>
    public GenericChart WithYAxisStyle<MinType, MaxType, CategoryArrayType>(
        string? TitleText = null, Color? Color = null, StyleParam.AxisType? AxisType = null, Tuple<MinType, MaxType>? MinMax = null,
        bool? ShowLine = null, Color? LineColor = null, bool? ShowGrid = null,
        Color? GridColor = null, bool? ZeroLine = null, Color? ZeroLineColor = null, StyleParam.Side? Side = null,
        Tuple<double, double>? Domain = null, double? Position = null,
        StyleParam.CategoryOrder? CategoryOrder = null, IEnumerable<CategoryArrayType>? CategoryArray = null, int Id = 1) =>
        WithAxis("y", Id, TitleText, AxisType, MinMax is null ? null : (MinMax.Item1!, MinMax.Item2!), Look(
            Color, ShowLine, LineColor, ShowGrid, GridColor, ZeroLine, ZeroLineColor, Side, Domain, Position, CategoryOrder,
            CategoryArray));

    private static PlotlyObject Look(
        Color? color, bool? showLine, Color? lineColor, bool? showGrid, Color? gridColor, bool? zeroLine, Color? zeroLineColor,
        StyleParam.Side? side, Tuple<double, double>? domain, double? position, StyleParam.CategoryOrder? categoryOrder,
        object? categoryArray) =>
        new()
        {
            ["color"] = color,
            ["showline"] = showLine,
            ["linecolor"] = lineColor,
            ["showgrid"] = showGrid,
            ["gridcolor"] = gridColor,
            ["zeroline"] = zeroLine,
            ["zerolinecolor"] = zeroLineColor,
            ["side"] = side,
            ["domain"] = domain is null ? null : new[] { domain.Item1, domain.Item2 },
            ["position"] = position,
            ["categoryorder"] = categoryOrder,
            ["categoryarray"] = categoryArray,
        };

    /// <summary>Takes over any attributes of the x axis.</summary>
    public GenericChart WithXAxis(PlotlyObject axis, int Id = 1) => With(l => l.Part(AxisName("x", Id)).Merge(axis));

    /// <summary>Takes over any attributes of the y axis.</summary>
    public GenericChart WithYAxis(PlotlyObject axis, int Id = 1) => With(l => l.Part(AxisName("y", Id)).Merge(axis));

    /// <summary>Draws this chart against a y axis of its own on the right; combine it with others afterwards.</summary>
    public GenericChart OnSecondYAxis(string? TitleText = null, StyleParam.AxisType? AxisType = null)
    {
        var moved = WithTraces(t => t["yaxis"] = "y2");
        return moved.WithAxis("y", 2, TitleText, AxisType, null,
            new PlotlyObject { ["overlaying"] = "y", ["side"] = "right", ["showgrid"] = false });
    }

    private static string AxisName(string letter, int id) => id == 1 ? letter + "axis" : $"{letter}axis{id}";

    private GenericChart WithAxis(string letter, int id, string? title, StyleParam.AxisType? type, (object Min, object Max)? range,
        PlotlyObject more) => With(layout =>
    {
        var axis = layout.Part(AxisName(letter, id));
        if (title is not null) axis["title"] = new PlotlyObject { ["text"] = title };
        if (type is not null) axis["type"] = type;
        if (range is { } ends)
            axis["range"] = axis["type"] is "log" ? new[] { Power(ends.Min), Power(ends.Max) } : new[] { ends.Min, ends.Max };
        axis.Merge(more);
    });

    private static double Power(object end) => Values.PlotlyValue.Number(end) is > 0 and var value
        ? Math.Log10(value)
        : throw new ArgumentException($"MinMax: {end} is no end of a logarithmic axis; give positive numbers");
}
