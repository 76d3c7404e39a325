// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Very many points: Plotly's scattergl.</summary>
public sealed class Scattergl() : XPlotTrace("scattergl")
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

    public string? mode
    {
        get => this["mode"] as string;
        set => this["mode"] = value;
    }

    public Line? line
    {
        get => this["line"] as Line;
        set => this["line"] = value;
    }

    public bool? connectgaps
    {
        get => this["connectgaps"] as bool?;
        set => this["connectgaps"] = value;
    }

    public Marker? marker
    {
        get => this["marker"] as Marker;
        set => this["marker"] = value;
    }

    public object? textposition
    {
        get => this["textposition"];
        set => this["textposition"] = value;
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
}
