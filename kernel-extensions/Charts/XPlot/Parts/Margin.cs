// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Space around the plot, in pixels.</summary>
public sealed class Margin : PlotlyObject
{
    public double? l
    {
        get => this["l"] as double?;
        set => this["l"] = value;
    }

    public double? r
    {
        get => this["r"] as double?;
        set => this["r"] = value;
    }

    public double? t
    {
        get => this["t"] as double?;
        set => this["t"] = value;
    }

    public double? b
    {
        get => this["b"] as double?;
        set => this["b"] = value;
    }

    public double? pad
    {
        get => this["pad"] as double?;
        set => this["pad"] = value;
    }

    public bool? autoexpand
    {
        get => this["autoexpand"] as bool?;
        set => this["autoexpand"] = value;
    }
}
