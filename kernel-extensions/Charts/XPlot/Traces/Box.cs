// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Median, quartiles and outliers: Plotly's box.</summary>
public sealed class Box() : XPlotTrace("box")
{
    public object? y
    {
        get => this["y"];
        set => this["y"] = value;
    }

    public object? x
    {
        get => this["x"];
        set => this["x"] = value;
    }

    public double? whiskerwidth
    {
        get => this["whiskerwidth"] as double?;
        set => this["whiskerwidth"] = value;
    }

    public object? boxpoints
    {
        get => this["boxpoints"];
        set => this["boxpoints"] = value;
    }

    public object? boxmean
    {
        get => this["boxmean"];
        set => this["boxmean"] = value;
    }

    public double? jitter
    {
        get => this["jitter"] as double?;
        set => this["jitter"] = value;
    }

    public double? pointpos
    {
        get => this["pointpos"] as double?;
        set => this["pointpos"] = value;
    }

    public string? orientation
    {
        get => this["orientation"] as string;
        set => this["orientation"] = value;
    }

    public Marker? marker
    {
        get => this["marker"] as Marker;
        set => this["marker"] = value;
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

    public bool? notched
    {
        get => this["notched"] as bool?;
        set => this["notched"] = value;
    }
}
