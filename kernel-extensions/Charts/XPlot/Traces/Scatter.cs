// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Lines, markers, texts: Plotly's scatter.</summary>
public sealed class Scatter() : XPlotTrace("scatter")
{
    public object? x
    {
        get => this["x"];
        set => this["x"] = value;
    }

    public object? x0
    {
        get => this["x0"];
        set => this["x0"] = value;
    }

    public double? dx
    {
        get => this["dx"] as double?;
        set => this["dx"] = value;
    }

    public object? y
    {
        get => this["y"];
        set => this["y"] = value;
    }

    public object? y0
    {
        get => this["y0"];
        set => this["y0"] = value;
    }

    public double? dy
    {
        get => this["dy"] as double?;
        set => this["dy"] = value;
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

    public string? fill
    {
        get => this["fill"] as string;
        set => this["fill"] = value;
    }

    public string? fillcolor
    {
        get => this["fillcolor"] as string;
        set => this["fillcolor"] = value;
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

    public Font? textfont
    {
        get => this["textfont"] as Font;
        set => this["textfont"] = value;
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

    public string? stackgroup
    {
        get => this["stackgroup"] as string;
        set => this["stackgroup"] = value;
    }

    public object? hovertext
    {
        get => this["hovertext"];
        set => this["hovertext"] = value;
    }
}
