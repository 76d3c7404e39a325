// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Markers, bars, slices.</summary>
public sealed class Marker : PlotlyObject
{
    public object? symbol
    {
        get => this["symbol"];
        set => this["symbol"] = value;
    }

    public object? opacity
    {
        get => this["opacity"];
        set => this["opacity"] = value;
    }

    public object? size
    {
        get => this["size"];
        set => this["size"] = value;
    }

    public object? color
    {
        get => this["color"];
        set => this["color"] = value;
    }

    public object? colors
    {
        get => this["colors"];
        set => this["colors"] = value;
    }

    public double? sizeref
    {
        get => this["sizeref"] as double?;
        set => this["sizeref"] = value;
    }

    public double? sizemin
    {
        get => this["sizemin"] as double?;
        set => this["sizemin"] = value;
    }

    public string? sizemode
    {
        get => this["sizemode"] as string;
        set => this["sizemode"] = value;
    }

    public object? colorscale
    {
        get => this["colorscale"];
        set => this["colorscale"] = value;
    }

    public bool? cauto
    {
        get => this["cauto"] as bool?;
        set => this["cauto"] = value;
    }

    public double? cmax
    {
        get => this["cmax"] as double?;
        set => this["cmax"] = value;
    }

    public double? cmin
    {
        get => this["cmin"] as double?;
        set => this["cmin"] = value;
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

    public Line? line
    {
        get => this["line"] as Line;
        set => this["line"] = value;
    }

    public Colorbar? colorbar
    {
        get => this["colorbar"] as Colorbar;
        set => this["colorbar"] = value;
    }

    public string? outliercolor
    {
        get => this["outliercolor"] as string;
        set => this["outliercolor"] = value;
    }
}
