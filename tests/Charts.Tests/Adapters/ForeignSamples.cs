using Qiansi.Charts.Adapters;
using XPlot.Plotly;
using PlotlyNet = Plotly.NET.CSharp.Chart;
using TheirLayout = XPlot.Plotly.Layout.Layout;
using TheirPlot = XPlot.Plotly.Chart;
using TheirTrace = XPlot.Plotly.Trace;
using Theirs = Plotly.NET.GenericChart;

namespace Qiansi.Charts.Tests.Adapters;

/// <summary>Charts of the libraries that old and new notebooks draw with, with all that they write in names of their day.</summary>
internal static class ForeignSamples
{
    private static readonly int[] X = [1, 2, 3], Y = [2, 4, 8];
    private static readonly double[][] Field = [[1, 2], [3, 4]];

    /// <summary>Each as one of ours, in today's names.</summary>
    public static IReadOnlyDictionary<string, Func<GenericChart>> All { get; } = new Dictionary<string, Func<GenericChart>>
    {
        ["Plotly.NET line"] = () => Read(PlotlyNet.Line<int, int, string>(X, Y, Name: "powers")),
        ["Plotly.NET columns"] = () => Read(PlotlyNet.Column<int, string, string>(Y, Keys: new[] { "a", "b", "c" })),
        ["Plotly.NET histogram"] = () => Read(PlotlyNet.Histogram<double, double, string>(X: new[] { 1.0, 2, 2 })),
        ["Plotly.NET heat map"] = () => Read(PlotlyNet.Heatmap<double, int, int, string>(Field)),
        ["Plotly.NET points"] = () => Read(PlotlyNet.Point<int, int, string>(X, Y)),
        ["Plotly.NET pie"] = () => Read(PlotlyNet.Pie<int, string, string>(Y, Labels: new[] { "a", "b", "c" })),
        ["XPlot scatter"] = () => Read(Titled(new Scatter { x = X, y = Y, name = "powers", mode = "markers" })),
        ["XPlot bars"] = () => Read(Titled(new Bar { x = new[] { "a", "b" }, y = new[] { 1, 3 } })),
        ["XPlot pie"] = () => Read(TheirPlot.Plot(new Pie { values = new[] { 1, 3 }, labels = new[] { "a", "b" } })),
        ["XPlot heat map"] = () => Read(Titled(new Heatmap { z = Field, colorbar = Bar() })),
        ["XPlot surface"] = () => Read(TheirPlot.Plot(new Surface { z = Field, colorbar = Bar() })),
        ["XPlot histogram"] = () => Read(Titled(new Histogram { x = Y })),
    };

    /// <summary>With titles, their fonts and ticks as plotly.js 1 had them.</summary>
    public static PlotlyChart Titled(TheirTrace trace) => TheirPlot.Plot(trace, new TheirLayout
    {
        title = "Powers",
        titlefont = new Font { size = 22 },
        xaxis = new Xaxis { title = "n", titlefont = new Font { color = "#7f7f7f" }, autotick = false, dtick = 1 },
        yaxis = new Yaxis { title = "2ⁿ" },
    });

    public static GenericChart Read(PlotlyChart chart) => OldNames.Renew(XPlotChart.Read(chart));

    private static GenericChart Read(Theirs chart) => OldNames.Renew(PlotlyNetChart.Read(chart));

    private static Colorbar Bar() => new() { title = "loss", titleside = "right", titlefont = new Font { size = 9 } };
}
