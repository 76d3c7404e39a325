// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>A font.</summary>
public sealed class Font : PlotlyObject
{
    public string? family
    {
        get => this["family"] as string;
        set => this["family"] = value;
    }

    public double? size
    {
        get => this["size"] as double?;
        set => this["size"] = value;
    }

    public string? color
    {
        get => this["color"] as string;
        set => this["color"] = value;
    }
}
