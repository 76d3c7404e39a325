// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Uncertainty of points along one axis.</summary>
public abstract class ErrorBars : PlotlyObject
{
    public bool? visible
    {
        get => this["visible"] as bool?;
        set => this["visible"] = value;
    }

    public string? type
    {
        get => this["type"] as string;
        set => this["type"] = value;
    }

    public bool? symmetric
    {
        get => this["symmetric"] as bool?;
        set => this["symmetric"] = value;
    }

    public object? array
    {
        get => this["array"];
        set => this["array"] = value;
    }

    public object? arrayminus
    {
        get => this["arrayminus"];
        set => this["arrayminus"] = value;
    }

    public double? value
    {
        get => this["value"] as double?;
        set => this["value"] = value;
    }

    public double? valueminus
    {
        get => this["valueminus"] as double?;
        set => this["valueminus"] = value;
    }

    public string? color
    {
        get => this["color"] as string;
        set => this["color"] = value;
    }

    public double? thickness
    {
        get => this["thickness"] as double?;
        set => this["thickness"] = value;
    }

    public double? width
    {
        get => this["width"] as double?;
        set => this["width"] = value;
    }
}
