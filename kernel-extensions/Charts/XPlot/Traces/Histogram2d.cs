// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Counts in rectangles: Plotly's histogram2d.</summary>
public sealed class Histogram2d() : XPlotTrace("histogram2d")
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

    public string? histfunc
    {
        get => this["histfunc"] as string;
        set => this["histfunc"] = value;
    }

    public string? histnorm
    {
        get => this["histnorm"] as string;
        set => this["histnorm"] = value;
    }

    public int? nbinsx
    {
        get => (int?)(this["nbinsx"] as double?);
        set => this["nbinsx"] = value;
    }

    public int? nbinsy
    {
        get => (int?)(this["nbinsy"] as double?);
        set => this["nbinsy"] = value;
    }

    public Xbins? xbins
    {
        get => this["xbins"] as Xbins;
        set => this["xbins"] = value;
    }

    public Ybins? ybins
    {
        get => this["ybins"] as Ybins;
        set => this["ybins"] = value;
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

    public Colorbar? colorbar
    {
        get => this["colorbar"] as Colorbar;
        set => this["colorbar"] = value;
    }
}
