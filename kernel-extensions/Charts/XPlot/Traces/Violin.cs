// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>The density of values: Plotly's violin.</summary>
public sealed class Violin() : XPlotTrace("violin")
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

    public double? bandwidth
    {
        get => this["bandwidth"] as double?;
        set => this["bandwidth"] = value;
    }

    public object? points
    {
        get => this["points"];
        set => this["points"] = value;
    }

    public string? side
    {
        get => this["side"] as string;
        set => this["side"] = value;
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

    public object? box
    {
        get => this["box"];
        set => this["box"] = value;
    }

    public object? meanline
    {
        get => this["meanline"];
        set => this["meanline"] = value;
    }
}
