// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Cells of colour: Plotly's heatmap.</summary>
public sealed class Heatmap() : XPlotTrace("heatmap")
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

    public bool? transpose
    {
        get => this["transpose"] as bool?;
        set => this["transpose"] = value;
    }

    public bool? zauto
    {
        get => this["zauto"] as bool?;
        set => this["zauto"] = value;
    }

    public double? zmin
    {
        get => this["zmin"] as double?;
        set => this["zmin"] = value;
    }

    public double? zmax
    {
        get => this["zmax"] as double?;
        set => this["zmax"] = value;
    }

    public double? zmid
    {
        get => this["zmid"] as double?;
        set => this["zmid"] = value;
    }

    public object? colorscale
    {
        get => this["colorscale"];
        set => this["colorscale"] = value;
    }

    public bool? autocolorscale
    {
        get => this["autocolorscale"] as bool?;
        set => this["autocolorscale"] = value;
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

    public object? zsmooth
    {
        get => this["zsmooth"];
        set => this["zsmooth"] = value;
    }

    public bool? connectgaps
    {
        get => this["connectgaps"] as bool?;
        set => this["connectgaps"] = value;
    }

    public Colorbar? colorbar
    {
        get => this["colorbar"] as Colorbar;
        set => this["colorbar"] = value;
    }
}
