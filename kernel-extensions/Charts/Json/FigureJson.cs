using Qiansi.Drawing;

namespace Qiansi.Charts.Json;

/// <summary>A figure as Plotly reads it: <c>data</c>, <c>layout</c>, <c>config</c>, <c>frames</c>.</summary>
internal static class FigureJson
{
    /// <summary>The figure as one object.</summary>
    public static PlotlyObject Of(GenericChart chart)
    {
        var layout = chart.Layout.Copy();
        // The colours of the drawing, so that both look alike; Plotly's own are hard to tell apart for colour-blind readers.
        layout["colorway"] ??= Palette.Categories.Select(c => c.ToString()).ToArray();
        var figure = new PlotlyObject { ["data"] = chart.Traces.ToArray<object>(), ["layout"] = layout };
        if (chart.Config.Count > 0) figure["config"] = chart.Config;
        if (chart.Frames.Count > 0) figure["frames"] = chart.Frames.Select(f => new PlotlyObject { ["name"] = f.Name, ["data"] = f.Traces.ToArray<object>() }).ToArray<object>();
        return figure;
    }
}
