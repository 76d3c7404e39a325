namespace Qiansi.Charts;

/// <summary>Makes charts, in the shape of Plotly.NET's C# API and with short forms: <c>Chart.Line(losses)</c>.</summary>
/// <remarks>
/// Wherever a short form takes an object as data, it may be an array, a list, any sequence of numbers, texts or dates, or a tensor;
/// for rows of values an array of two dimensions, a jagged one, or a tensor of two dimensions.
/// </remarks>
public static partial class Chart
{
    /// <summary>A figure of any series Plotly knows.</summary>
    public static GenericChart Of(Trace trace, Layout? layout = null) => new([trace], layout);

    /// <summary>A figure of any series Plotly knows.</summary>
    public static GenericChart Of(IEnumerable<Trace> traces, Layout? layout = null) => new(traces, layout);

    /// <summary>Several charts in one plot; their axes and titles are merged, later ones first.</summary>
    public static GenericChart Combine(IEnumerable<GenericChart> gCharts)
    {
        var traces = new List<Trace>();
        Layout layout = new();
        PlotlyObject config = new();
        foreach (var chart in gCharts)
        {
            traces.AddRange(chart.Traces);
            layout.Merge(Lists.Joined(layout, chart.Layout));
            config.Merge(chart.Config);
        }

        return new GenericChart(traces, layout, config);
    }

    /// <summary>Several charts in one plot.</summary>
    public static GenericChart Combine(params GenericChart[] gCharts) => Combine((IEnumerable<GenericChart>)gCharts);
}
