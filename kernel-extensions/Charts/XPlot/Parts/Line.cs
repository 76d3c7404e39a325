// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Lines and outlines.</summary>
public sealed class Line : PlotlyObject
{
    public object? color
    {
        get => this["color"];
        set => this["color"] = value;
    }

    public object? width
    {
        get => this["width"];
        set => this["width"] = value;
    }

    public string? shape
    {
        get => this["shape"] as string;
        set => this["shape"] = value;
    }

    public double? smoothing
    {
        get => this["smoothing"] as double?;
        set => this["smoothing"] = value;
    }

    public string? dash
    {
        get => this["dash"] as string;
        set => this["dash"] = value;
    }
}
