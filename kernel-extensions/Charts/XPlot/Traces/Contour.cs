// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Lines of equal height: Plotly's contour.</summary>
public sealed class Contour() : XPlotTrace("contour")
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

    public bool? autocontour
    {
        get => this["autocontour"] as bool?;
        set => this["autocontour"] = value;
    }

    public int? ncontours
    {
        get => (int?)(this["ncontours"] as double?);
        set => this["ncontours"] = value;
    }

    public Contours? contours
    {
        get => this["contours"] as Contours;
        set => this["contours"] = value;
    }

    public Line? line
    {
        get => this["line"] as Line;
        set => this["line"] = value;
    }
}
