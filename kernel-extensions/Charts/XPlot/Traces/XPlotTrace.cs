// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>What all series have.</summary>
public abstract class XPlotTrace : Trace
{
    private protected XPlotTrace(string type)
        : base(type)
    {
    }

    public string? name
    {
        get => this["name"] as string;
        set => this["name"] = value;
    }

    public object? visible
    {
        get => this["visible"];
        set => this["visible"] = value;
    }

    public bool? showlegend
    {
        get => this["showlegend"] as bool?;
        set => this["showlegend"] = value;
    }

    public string? legendgroup
    {
        get => this["legendgroup"] as string;
        set => this["legendgroup"] = value;
    }

    public double? opacity
    {
        get => this["opacity"] as double?;
        set => this["opacity"] = value;
    }

    public string? hoverinfo
    {
        get => this["hoverinfo"] as string;
        set => this["hoverinfo"] = value;
    }

    public object? text
    {
        get => this["text"];
        set => this["text"] = value;
    }

    public string? xaxis
    {
        get => this["xaxis"] as string;
        set => this["xaxis"] = value;
    }

    public string? yaxis
    {
        get => this["yaxis"] as string;
        set => this["yaxis"] = value;
    }
}
