// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>A space and its camera.</summary>
public sealed class Scene : PlotlyObject
{
    public string? bgcolor
    {
        get => this["bgcolor"] as string;
        set => this["bgcolor"] = value;
    }

    public object? camera
    {
        get => this["camera"];
        set => this["camera"] = value;
    }

    public Domain? domain
    {
        get => this["domain"] as Domain;
        set => this["domain"] = value;
    }

    public string? aspectmode
    {
        get => this["aspectmode"] as string;
        set => this["aspectmode"] = value;
    }

    public Xaxis? xaxis
    {
        get => this["xaxis"] as Xaxis;
        set => this["xaxis"] = value;
    }

    public Yaxis? yaxis
    {
        get => this["yaxis"] as Yaxis;
        set => this["yaxis"] = value;
    }

    public Zaxis? zaxis
    {
        get => this["zaxis"] as Zaxis;
        set => this["zaxis"] = value;
    }
}
