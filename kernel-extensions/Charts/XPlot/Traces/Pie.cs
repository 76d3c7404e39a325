// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Parts of a whole: Plotly's pie.</summary>
public sealed class Pie() : XPlotTrace("pie")
{
    public object? labels
    {
        get => this["labels"];
        set => this["labels"] = value;
    }

    public object? values
    {
        get => this["values"];
        set => this["values"] = value;
    }

    public Marker? marker
    {
        get => this["marker"] as Marker;
        set => this["marker"] = value;
    }

    public string? textinfo
    {
        get => this["textinfo"] as string;
        set => this["textinfo"] = value;
    }

    public object? textposition
    {
        get => this["textposition"];
        set => this["textposition"] = value;
    }

    public Font? textfont
    {
        get => this["textfont"] as Font;
        set => this["textfont"] = value;
    }

    public Domain? domain
    {
        get => this["domain"] as Domain;
        set => this["domain"] = value;
    }

    public double? hole
    {
        get => this["hole"] as double?;
        set => this["hole"] = value;
    }

    public bool? sort
    {
        get => this["sort"] as bool?;
        set => this["sort"] = value;
    }

    public string? direction
    {
        get => this["direction"] as string;
        set => this["direction"] = value;
    }

    public double? rotation
    {
        get => this["rotation"] as double?;
        set => this["rotation"] = value;
    }

    public object? pull
    {
        get => this["pull"];
        set => this["pull"] = value;
    }
}
