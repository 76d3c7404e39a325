// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>The bar that explains colours.</summary>
public sealed class Colorbar : PlotlyObject
{
    public double? thickness
    {
        get => this["thickness"] as double?;
        set => this["thickness"] = value;
    }

    public double? len
    {
        get => this["len"] as double?;
        set => this["len"] = value;
    }

    public double? x
    {
        get => this["x"] as double?;
        set => this["x"] = value;
    }

    public double? y
    {
        get => this["y"] as double?;
        set => this["y"] = value;
    }

    public int? nticks
    {
        get => (int?)(this["nticks"] as double?);
        set => this["nticks"] = value;
    }

    public object? tickvals
    {
        get => this["tickvals"];
        set => this["tickvals"] = value;
    }

    public object? ticktext
    {
        get => this["ticktext"];
        set => this["ticktext"] = value;
    }

    public string? tickformat
    {
        get => this["tickformat"] as string;
        set => this["tickformat"] = value;
    }

    public string? ticksuffix
    {
        get => this["ticksuffix"] as string;
        set => this["ticksuffix"] = value;
    }

    public object? title
    {
        get => this["title"];
        set => this["title"] = value;
    }

    public string? titleside
    {
        get => this["titleside"] as string;
        set => this["titleside"] = value;
    }
}
