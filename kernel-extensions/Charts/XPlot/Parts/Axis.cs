// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>What the axes have in common.</summary>
public abstract class Axis : PlotlyObject
{
    public object? title
    {
        get => this["title"];
        set => this["title"] = value;
    }

    public Font? titlefont
    {
        get => this["titlefont"] as Font;
        set => this["titlefont"] = value;
    }

    public string? type
    {
        get => this["type"] as string;
        set => this["type"] = value;
    }

    public object? autorange
    {
        get => this["autorange"];
        set => this["autorange"] = value;
    }

    public string? rangemode
    {
        get => this["rangemode"] as string;
        set => this["rangemode"] = value;
    }

    public object? range
    {
        get => this["range"];
        set => this["range"] = value;
    }

    public bool? fixedrange
    {
        get => this["fixedrange"] as bool?;
        set => this["fixedrange"] = value;
    }

    public int? nticks
    {
        get => (int?)(this["nticks"] as double?);
        set => this["nticks"] = value;
    }

    public object? tick0
    {
        get => this["tick0"];
        set => this["tick0"] = value;
    }

    public object? dtick
    {
        get => this["dtick"];
        set => this["dtick"] = value;
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

    public string? ticks
    {
        get => this["ticks"] as string;
        set => this["ticks"] = value;
    }

    public double? ticklen
    {
        get => this["ticklen"] as double?;
        set => this["ticklen"] = value;
    }

    public double? tickwidth
    {
        get => this["tickwidth"] as double?;
        set => this["tickwidth"] = value;
    }

    public string? tickcolor
    {
        get => this["tickcolor"] as string;
        set => this["tickcolor"] = value;
    }

    public bool? showticklabels
    {
        get => this["showticklabels"] as bool?;
        set => this["showticklabels"] = value;
    }

    public Font? tickfont
    {
        get => this["tickfont"] as Font;
        set => this["tickfont"] = value;
    }

    public double? tickangle
    {
        get => this["tickangle"] as double?;
        set => this["tickangle"] = value;
    }

    public string? tickprefix
    {
        get => this["tickprefix"] as string;
        set => this["tickprefix"] = value;
    }

    public string? ticksuffix
    {
        get => this["ticksuffix"] as string;
        set => this["ticksuffix"] = value;
    }

    public string? exponentformat
    {
        get => this["exponentformat"] as string;
        set => this["exponentformat"] = value;
    }

    public string? tickformat
    {
        get => this["tickformat"] as string;
        set => this["tickformat"] = value;
    }

    public string? hoverformat
    {
        get => this["hoverformat"] as string;
        set => this["hoverformat"] = value;
    }

    public bool? showline
    {
        get => this["showline"] as bool?;
        set => this["showline"] = value;
    }

    public string? linecolor
    {
        get => this["linecolor"] as string;
        set => this["linecolor"] = value;
    }

    public double? linewidth
    {
        get => this["linewidth"] as double?;
        set => this["linewidth"] = value;
    }

    public bool? showgrid
    {
        get => this["showgrid"] as bool?;
        set => this["showgrid"] = value;
    }

    public string? gridcolor
    {
        get => this["gridcolor"] as string;
        set => this["gridcolor"] = value;
    }

    public double? gridwidth
    {
        get => this["gridwidth"] as double?;
        set => this["gridwidth"] = value;
    }

    public bool? zeroline
    {
        get => this["zeroline"] as bool?;
        set => this["zeroline"] = value;
    }

    public string? zerolinecolor
    {
        get => this["zerolinecolor"] as string;
        set => this["zerolinecolor"] = value;
    }

    public double? zerolinewidth
    {
        get => this["zerolinewidth"] as double?;
        set => this["zerolinewidth"] = value;
    }

    public object? mirror
    {
        get => this["mirror"];
        set => this["mirror"] = value;
    }

    public string? anchor
    {
        get => this["anchor"] as string;
        set => this["anchor"] = value;
    }

    public string? side
    {
        get => this["side"] as string;
        set => this["side"] = value;
    }

    public string? overlaying
    {
        get => this["overlaying"] as string;
        set => this["overlaying"] = value;
    }

    public object? domain
    {
        get => this["domain"];
        set => this["domain"] = value;
    }

    public double? position
    {
        get => this["position"] as double?;
        set => this["position"] = value;
    }

    public string? categoryorder
    {
        get => this["categoryorder"] as string;
        set => this["categoryorder"] = value;
    }

    public object? categoryarray
    {
        get => this["categoryarray"];
        set => this["categoryarray"] = value;
    }

    public string? scaleanchor
    {
        get => this["scaleanchor"] as string;
        set => this["scaleanchor"] = value;
    }

    public object? rangeslider
    {
        get => this["rangeslider"];
        set => this["rangeslider"] = value;
    }
}
