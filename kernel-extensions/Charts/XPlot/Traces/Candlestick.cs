// The names are Plotly's own, and so are their meanings: https://plotly.com/javascript/reference
#pragma warning disable CS1591

namespace Qiansi.Charts.XPlot;

/// <summary>Prices of periods: Plotly's candlestick.</summary>
public sealed class Candlestick() : XPlotTrace("candlestick")
{
    public object? x
    {
        get => this["x"];
        set => this["x"] = value;
    }

    public object? open
    {
        get => this["open"];
        set => this["open"] = value;
    }

    public object? high
    {
        get => this["high"];
        set => this["high"] = value;
    }

    public object? low
    {
        get => this["low"];
        set => this["low"] = value;
    }

    public object? close
    {
        get => this["close"];
        set => this["close"] = value;
    }

    public object? increasing
    {
        get => this["increasing"];
        set => this["increasing"] = value;
    }

    public object? decreasing
    {
        get => this["decreasing"];
        set => this["decreasing"] = value;
    }
}
