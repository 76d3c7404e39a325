using Qiansi.Charts.XPlot;

namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>A chart in XPlot's manner: <c>Chart.Plot(new Scatter { x = x, y = y, mode = "lines" })</c> after <c>using Qiansi.Charts.XPlot;</c>.</summary>
    public static PlotlyChart Plot(Trace data, Layout? layout = null) => new(new GenericChart([data], layout));

    /// <summary>A chart of several series in XPlot's manner.</summary>
    public static PlotlyChart Plot(IEnumerable<Trace> data, Layout? layout = null) => new(new GenericChart(data, layout));
}
