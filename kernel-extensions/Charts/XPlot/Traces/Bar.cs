// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Bars: Plotly's bar.</summary>
public sealed class Bar() : XPlotTrace("bar")
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

    public Error_x? error_x
    {
        get => this["error_x"] as Error_x;
        set => this["error_x"] = value;
    }

    public Error_y? error_y
    {
        get => this["error_y"] as Error_y;
        set => this["error_y"] = value;
    }

    public object? width
    {
        get => this["width"];
        set => this["width"] = value;
    }

    public object? @base
    {
        get => this["base"];
        set => this["base"] = value;
    }

    public object? textposition
    {
        get => this["textposition"];
        set => this["textposition"] = value;
    }
}
