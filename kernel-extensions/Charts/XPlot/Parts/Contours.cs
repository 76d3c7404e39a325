// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>The levels of contours.</summary>
public sealed class Contours : PlotlyObject
{
    public double? start
    {
        get => this["start"] as double?;
        set => this["start"] = value;
    }

    public double? end
    {
        get => this["end"] as double?;
        set => this["end"] = value;
    }

    public double? size
    {
        get => this["size"] as double?;
        set => this["size"] = value;
    }

    public string? coloring
    {
        get => this["coloring"] as string;
        set => this["coloring"] = value;
    }

    public bool? showlines
    {
        get => this["showlines"] as bool?;
        set => this["showlines"] = value;
    }

    public bool? showlabels
    {
        get => this["showlabels"] as bool?;
        set => this["showlabels"] = value;
    }
}
