// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>The part of the figure that a series takes.</summary>
public sealed class Domain : PlotlyObject
{
    public object? x
    {
        get => this["x"];
        set => this["x"] = value;
    }

    public object? y
    {
        get => this["y"];
        set => this["y"] = value;
    }

    public int? row
    {
        get => (int?)(this["row"] as double?);
        set => this["row"] = value;
    }

    public int? column
    {
        get => (int?)(this["column"] as double?);
        set => this["column"] = value;
    }
}
