// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>The legend.</summary>
public sealed class Legend : PlotlyObject
{
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

    public double? borderwidth
    {
        get => this["borderwidth"] as double?;
        set => this["borderwidth"] = value;
    }

    public Font? font
    {
        get => this["font"] as Font;
        set => this["font"] = value;
    }

    public string? traceorder
    {
        get => this["traceorder"] as string;
        set => this["traceorder"] = value;
    }

    public string? orientation
    {
        get => this["orientation"] as string;
        set => this["orientation"] = value;
    }

    public double? x
    {
        get => this["x"] as double?;
        set => this["x"] = value;
    }

    public string? xanchor
    {
        get => this["xanchor"] as string;
        set => this["xanchor"] = value;
    }

    public double? y
    {
        get => this["y"] as double?;
        set => this["y"] = value;
    }

    public string? yanchor
    {
        get => this["yanchor"] as string;
        set => this["yanchor"] = value;
    }

    public object? title
    {
        get => this["title"];
        set => this["title"] = value;
    }
}
