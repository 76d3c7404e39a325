// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>The bins along one axis.</summary>
public abstract class Bins : PlotlyObject
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
}
