// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>A surface in space: Plotly's surface.</summary>
public sealed class Surface() : XPlotTrace("surface")
{
    public object? z
    {
        get => this["z"];
        set => this["z"] = value;
    }

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

    public double? cmin
    {
        get => this["cmin"] as double?;
        set => this["cmin"] = value;
    }

    public double? cmax
    {
        get => this["cmax"] as double?;
        set => this["cmax"] = value;
    }

    public object? colorscale
    {
        get => this["colorscale"];
        set => this["colorscale"] = value;
    }

    public bool? reversescale
    {
        get => this["reversescale"] as bool?;
        set => this["reversescale"] = value;
    }

    public bool? showscale
    {
        get => this["showscale"] as bool?;
        set => this["showscale"] = value;
    }

    public Contours? contours
    {
        get => this["contours"] as Contours;
        set => this["contours"] = value;
    }

    public bool? hidesurface
    {
        get => this["hidesurface"] as bool?;
        set => this["hidesurface"] = value;
    }

    public Colorbar? colorbar
    {
        get => this["colorbar"] as Colorbar;
        set => this["colorbar"] = value;
    }

    public string? scene
    {
        get => this["scene"] as string;
        set => this["scene"] = value;
    }

    public object? surfacecolor
    {
        get => this["surfacecolor"];
        set => this["surfacecolor"] = value;
    }
}
