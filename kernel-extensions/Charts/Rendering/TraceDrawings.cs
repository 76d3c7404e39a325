using Qiansi.Charts.Rendering.Traces;
using Qiansi.Charts.Rendering.Traces.Bars;
using Qiansi.Charts.Rendering.Traces.Distributions;
using Qiansi.Charts.Rendering.Traces.Fields;
using Qiansi.Charts.Rendering.Traces.Flows;
using Qiansi.Charts.Rendering.Traces.Parts;
using Qiansi.Charts.Rendering.Traces.Polar;
using Qiansi.Charts.Rendering.Traces.Space;

namespace Qiansi.Charts.Rendering;

/// <summary>Finds for each series of a figure what draws it.</summary>
internal static class TraceDrawings
{
    /// <summary>The drawings of all series that are shown.</summary>
    /// <param name="chart">The figure.</param>
    /// <param name="axes">Its axes.</param>
    /// <param name="place">Which colour a series gets by its number; in films each step begins anew.</param>
    public static List<TraceDrawing> Of(GenericChart chart, AxisSet axes, Func<int, int> place)
    {
        var colors = chart.Layout["colorway"] is string?[] given && given.Select(CssColor.Safe).OfType<string>()
            .ToArray() is { Length: > 0 } own ? own : [.. Palette.Categories.Select(c => c.ToString())];
        var drawings = new List<TraceDrawing>();
        var together = new OrderedDictionary<(string Kind, string Id), List<(Trace, string)>>();
        var index = -1;
        foreach (var trace in chart.Traces)
        {
            index++;
            if (trace["visible"] is false or "legendonly") continue;
            if (Group(trace) is { } group)
            {
                if (!together.TryGetValue(group, out var members)) together[group] = members = [];
                members.Add((trace, colors[place(index) % colors.Length]));
                continue;
            }

            var drawing = Of(trace, colors[place(index) % colors.Length], colors) ?? new UndrawnNote(trace, colors[0]);
            drawings.Add(drawing);
            if (drawing.HasAxes) (drawing.X, drawing.Y) = (axes.Get(trace.Text("xaxis") ?? "x"), axes.Get(trace.Text("yaxis") ?? "y"));
        }

        drawings.AddRange(together.Select(g => g.Key.Kind switch
        {
            "scene" => (TraceDrawing)new SceneDrawing(g.Value, chart.Layout.Object(g.Key.Id)),
            "polar" => new PolarDrawing(g.Value, chart.Layout.Object(g.Key.Id)),
            _ => new FunnelDrawing(g.Value),
        }));
        var lines = drawings.OfType<ScatterDrawing>().ToArray();
        for (var i = 1; i < lines.Length; i++)
            if (lines[i].X == lines[i - 1].X && lines[i].Y == lines[i - 1].Y) lines[i].Previous = lines[i - 1];
        var points = lines.Sum(l => Math.Max(l.Trace.CountOf("x"), l.Trace.CountOf("y")));
        foreach (var line in lines) line.PointsOfFigure = points;
        return drawings;
    }

    /// <summary>Whether anything of a figure is drawn: a figure of kinds that only Plotly's script knows has no drawing.</summary>
    public static bool CanDraw(GenericChart chart) =>
        chart.Traces.Count == 0 || chart.Traces.Any(t => Group(t) is not null || Of(t, "", [""]) is not null);

    /// <summary>The kinds of which all series in one place are one drawing, and that place.</summary>
    private static (string, string)? Group(Trace trace) => trace.Type switch
    {
        "surface" or "scatter3d" => ("scene", trace.Text("scene") ?? "scene"),
        "scatterpolar" or "scatterpolargl" or "barpolar" => ("polar", trace.Text("subplot") ?? "polar"),
        "funnel" => ("funnel", trace.Text("yaxis") ?? "y"),
        _ => null,
    };

    private static TraceDrawing? Of(Trace trace, string color, string[] colors) => trace.Type switch
    {
        "scatter" or "scattergl" => new ScatterDrawing(trace, color),
        "bar" => new BarDrawing(trace, color),
        "histogram" => new HistogramDrawing(trace, color),
        "heatmap" or "heatmapgl" => new HeatmapDrawing(trace, color),
        "contour" => new ContourDrawing(trace, color),
        "histogram2d" => new DensityMapDrawing(trace, color),
        "box" => new BoxDrawing(trace, color),
        "violin" => new ViolinDrawing(trace, color),
        "candlestick" or "ohlc" => new PriceDrawing(trace, color),
        "pie" => new PieDrawing(trace, colors),
        "waterfall" => new WaterfallDrawing(trace, color),
        "treemap" or "icicle" => new RectanglePartsDrawing(trace, colors),
        "sunburst" => new SunburstDrawing(trace, colors),
        "sankey" => new SankeyDrawing(trace, colors),
        "table" => new TableDrawing(trace, color),
        "indicator" => new IndicatorDrawing(trace, color),
        _ => null,
    };
}
