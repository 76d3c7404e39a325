// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>A line, rectangle or ellipse.</summary>
public sealed class Shape : PlotlyObject
{
    public string? type
    {
        get => this["type"] as string;
        set => this["type"] = value;
    }

    public string? layer
    {
        get => this["layer"] as string;
        set => this["layer"] = value;
    }

    public string? xref
    {
        get => this["xref"] as string;
        set => this["xref"] = value;
    }

    public object? x0
    {
        get => this["x0"];
        set => this["x0"] = value;
    }

    public object? x1
    {
        get => this["x1"];
        set => this["x1"] = value;
    }

    public string? yref
    {
        get => this["yref"] as string;
        set => this["yref"] = value;
    }

    public object? y0
    {
        get => this["y0"];
        set => this["y0"] = value;
    }

    public object? y1
    {
        get => this["y1"];
        set => this["y1"] = value;
    }

    public string? path
    {
        get => this["path"] as string;
        set => this["path"] = value;
    }

    public double? opacity
    {
        get => this["opacity"] as double?;
        set => this["opacity"] = value;
    }

    public Line? line
    {
        get => this["line"] as Line;
        set => this["line"] = value;
    }

    public string? fillcolor
    {
        get => this["fillcolor"] as string;
        set => this["fillcolor"] = value;
    }
}
