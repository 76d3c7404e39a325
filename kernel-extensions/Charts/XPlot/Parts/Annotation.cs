// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>A text at a point.</summary>
public sealed class Annotation : PlotlyObject
{
    public string? text
    {
        get => this["text"] as string;
        set => this["text"] = value;
    }

    public double? textangle
    {
        get => this["textangle"] as double?;
        set => this["textangle"] = value;
    }

    public Font? font
    {
        get => this["font"] as Font;
        set => this["font"] = value;
    }

    public double? opacity
    {
        get => this["opacity"] as double?;
        set => this["opacity"] = value;
    }

    public string? align
    {
        get => this["align"] as string;
        set => this["align"] = value;
    }

    public string? bgcolor
    {
        get => this["bgcolor"] as string;
        set => this["bgcolor"] = value;
    }

    public string? bordercolor
    {
        get => this["bordercolor"] as string;
        set => this["bordercolor"] = value;
    }

    public bool? showarrow
    {
        get => this["showarrow"] as bool?;
        set => this["showarrow"] = value;
    }

    public string? arrowcolor
    {
        get => this["arrowcolor"] as string;
        set => this["arrowcolor"] = value;
    }

    public int? arrowhead
    {
        get => (int?)(this["arrowhead"] as double?);
        set => this["arrowhead"] = value;
    }

    public double? arrowsize
    {
        get => this["arrowsize"] as double?;
        set => this["arrowsize"] = value;
    }

    public double? arrowwidth
    {
        get => this["arrowwidth"] as double?;
        set => this["arrowwidth"] = value;
    }

    public double? ax
    {
        get => this["ax"] as double?;
        set => this["ax"] = value;
    }

    public double? ay
    {
        get => this["ay"] as double?;
        set => this["ay"] = value;
    }

    public string? xref
    {
        get => this["xref"] as string;
        set => this["xref"] = value;
    }

    public object? x
    {
        get => this["x"];
        set => this["x"] = value;
    }

    public string? xanchor
    {
        get => this["xanchor"] as string;
        set => this["xanchor"] = value;
    }

    public string? yref
    {
        get => this["yref"] as string;
        set => this["yref"] = value;
    }

    public object? y
    {
        get => this["y"];
        set => this["y"] = value;
    }

    public string? yanchor
    {
        get => this["yanchor"] as string;
        set => this["yanchor"] = value;
    }
}
