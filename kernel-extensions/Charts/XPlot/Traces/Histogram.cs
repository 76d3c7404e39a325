// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Counts in bins: Plotly's histogram.</summary>
public sealed class Histogram() : XPlotTrace("histogram")
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

    public bool? autobinx
    {
        get => this["autobinx"] as bool?;
        set => this["autobinx"] = value;
    }

    public int? nbinsx
    {
        get => (int?)(this["nbinsx"] as double?);
        set => this["nbinsx"] = value;
    }

    public Xbins? xbins
    {
        get => this["xbins"] as Xbins;
        set => this["xbins"] = value;
    }

    public bool? autobiny
    {
        get => this["autobiny"] as bool?;
        set => this["autobiny"] = value;
    }

    public int? nbinsy
    {
        get => (int?)(this["nbinsy"] as double?);
        set => this["nbinsy"] = value;
    }

    public Ybins? ybins
    {
        get => this["ybins"] as Ybins;
        set => this["ybins"] = value;
    }
}
