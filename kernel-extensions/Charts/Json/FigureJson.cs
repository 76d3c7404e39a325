namespace Qiansi.Charts.Json;

/// <summary>A figure as Plotly reads it: <c>data</c>, <c>layout</c>, <c>config</c>.</summary>
internal static class FigureJson
{
    /// <summary>The figure as one object.</summary>
    public static PlotlyObject Of(GenericChart chart)
    {
        var layout = chart.Layout.Copy();
        // The colours of the drawing, so that both look alike; Plotly's own are hard to tell apart for colour-blind readers.
        layout["colorway"] ??= Palette.Categories.Select(c => c.ToString()).ToArray();
        layout["template"] ??= Template();
        var figure = new PlotlyObject
        {
            ["data"] = chart.Traces.Select(t => (object)WithDefaults(t, chart.Traces.Count)).ToArray(),
            ["layout"] = layout,
        };
        if (chart.Config.Count > 0) figure["config"] = chart.Config;
        return figure;
    }

    /// <summary>Small and large numbers at axes as 10⁻⁴: Plotly by itself has 100μ, which no loss is measured in.</summary>
    /// <remarks>It calls itself plain, so that pages with a template of their own, in the colours of their theme, use that.</remarks>
    private static PlotlyObject Template()
    {
        static PlotlyObject Powers() => new() { ["exponentformat"] = "power" };
        static PlotlyObject Bar() => new() { ["colorbar"] = Powers() };
        var scene = new PlotlyObject { ["xaxis"] = Powers(), ["yaxis"] = Powers(), ["zaxis"] = Powers() };
        var fields = new PlotlyObject();
        foreach (var kind in (string[])["heatmap", "contour", "surface", "histogram2d"]) fields[kind] = new object[] { Bar() };
        return new()
        {
            ["layout"] = new PlotlyObject
            {
                ["meta"] = "plain",
                ["xaxis"] = Powers(),
                ["yaxis"] = Powers(),
                ["scene"] = scene,
                ["coloraxis"] = Bar(),
            },
            ["data"] = fields,
        };
    }

    /// <summary>
    /// What the drawing does where a series says nothing, said: viridis for numbers, blue and vermilion for rising and falling prices, no
    /// legend for what has no name.
    /// </summary>
    private static Trace WithDefaults(Trace trace, int count)
    {
        var told = trace.Copy();
        if (trace.Type is "heatmap" or "contour" or "surface" or "histogram2d") told["colorscale"] ??= "Viridis";
        if (trace.Type is "candlestick" or "ohlc")
        {
            told["increasing"] ??= new PlotlyObject { ["line"] = new PlotlyObject { ["color"] = Palette.Category(0).ToString() } };
            told["decreasing"] ??= new PlotlyObject { ["line"] = new PlotlyObject { ["color"] = Palette.Category(1).ToString() } };
        }

        if (count > 1 && trace.Name is null && trace.Type is not ("pie" or "heatmap" or "contour" or "surface" or "histogram2d"))
            told["showlegend"] ??= false;
        return told;
    }
}
