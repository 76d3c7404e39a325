using Qiansi.Charts.Output;
using Qiansi.Contracts;

namespace Qiansi.Charts.XPlot;

/// <summary>A chart in XPlot's manner: every <c>With…</c> changes it, and gives it back.</summary>
public sealed class PlotlyChart : IRendered
{
    private GenericChart _chart;

    internal PlotlyChart(GenericChart chart) => _chart = chart;

    /// <summary>The chart as it is now.</summary>
    public GenericChart Chart => _chart;

    MimeBundle IRendered.Bundle => ChartBundle.Of(_chart);

    /// <summary>Sets the title.</summary>
    public PlotlyChart WithTitle(string title) => Change(_chart.WithTitle(title));

    /// <summary>Sets the x axis' title.</summary>
    public PlotlyChart WithXTitle(string xTitle) => Change(_chart.WithXAxisStyle(xTitle));

    /// <summary>Sets the y axis' title.</summary>
    public PlotlyChart WithYTitle(string yTitle) => Change(_chart.WithYAxisStyle(yTitle));

    /// <summary>Sets the width in pixels.</summary>
    public PlotlyChart WithWidth(int width) => Change(_chart.WithSize(Width: width));

    /// <summary>Sets the height in pixels.</summary>
    public PlotlyChart WithHeight(int height) => Change(_chart.WithSize(Height: height));

    /// <summary>Sets width and height in pixels.</summary>
    public PlotlyChart WithSize(int width, int height) => Change(_chart.WithSize(width, height));

    /// <summary>Shows or hides the legend.</summary>
    public PlotlyChart WithLegend(bool enabled) => Change(_chart.WithLegend(enabled));

    /// <summary>Names the series in their order.</summary>
    public PlotlyChart WithLabels(IEnumerable<string> labels)
    {
        string[] names = [.. labels];
        return Change(new GenericChart(_chart.Traces.Select((t, i) => i < names.Length ? Named(t, names[i]) : t), _chart.Layout, _chart.Config));
    }

    /// <summary>Names the one series.</summary>
    public PlotlyChart WithLabel(string label) => WithLabels([label]);

    /// <summary>Takes over the attributes of a layout.</summary>
    public PlotlyChart WithLayout(Qiansi.Charts.Layout layout) => Change(_chart.WithLayout(layout));

    /// <summary>Takes over the attributes of a layout.</summary>
    public PlotlyChart WithOptions(Qiansi.Charts.Layout options) => WithLayout(options);

    /// <summary>The chart, to combine it with others.</summary>
    public static implicit operator GenericChart(PlotlyChart chart) => chart._chart;

    /// <summary>The chart in words.</summary>
    public override string ToString() => _chart.ToString();

    private static Trace Named(Trace trace, string name)
    {
        var named = trace.Copy();
        named.Name = name;
        return named;
    }

    private PlotlyChart Change(GenericChart chart)
    {
        _chart = chart;
        return this;
    }
}
