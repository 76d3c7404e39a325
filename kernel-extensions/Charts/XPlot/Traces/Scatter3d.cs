// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Points in space: Plotly's scatter3d.</summary>
public sealed class Scatter3d() : XPlotTrace("scatter3d")
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

    public object? z
    {
        get => this["z"];
        set => this["z"] = value;
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

    public string? scene
    {
        get => this["scene"] as string;
        set => this["scene"] = value;
    }
}
