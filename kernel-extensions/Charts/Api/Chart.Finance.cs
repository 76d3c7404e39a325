namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>Prices of periods: bodies from open to close, wicks from low to high.</summary>
    public static GenericChart Candlestick<OHLCType, XType, TextType>(
        IEnumerable<OHLCType> open, IEnumerable<OHLCType> high, IEnumerable<OHLCType> low, IEnumerable<OHLCType> close,
        IEnumerable<XType>? X = null, string? Name = null, bool? ShowLegend = null,
        double? Opacity = null, TextType? Text = default, IEnumerable<TextType>? MultiText = null, Color? IncreasingColor = null,
        Color? DecreasingColor = null, bool? ShowXAxisRangeSlider = null) =>
        Prices("candlestick", open, high, low, close, X, Name, ShowLegend, Opacity, IncreasingColor, DecreasingColor, ShowXAxisRangeSlider);

    /// <summary>Prices of periods: bodies from open to close, wicks from low to high.</summary>
    public static GenericChart Candlestick(
        object open, object high, object low, object close, object? X = null, string? Name = null, Color? IncreasingColor = null,
        Color? DecreasingColor = null, bool? ShowXAxisRangeSlider = null) =>
        Prices("candlestick", open, high, low, close, X, Name, null, null, IncreasingColor, DecreasingColor, ShowXAxisRangeSlider);

    /// <summary>Prices of periods: a line from low to high, with ticks at open and close.</summary>
    public static GenericChart OHLC(
        object open, object high, object low, object close, object? X = null, string? Name = null, Color? IncreasingColor = null,
        Color? DecreasingColor = null, bool? ShowXAxisRangeSlider = null) =>
        Prices("ohlc", open, high, low, close, X, Name, null, null, IncreasingColor, DecreasingColor, ShowXAxisRangeSlider);

    private static GenericChart Prices(
        string type, object open, object high, object low, object close, object? x, string? name, bool? showLegend, double? opacity,
        Color? up, Color? down, bool? slider)
    {
        var trace = new Trace(type)
        {
            ["x"] = x,
            ["open"] = open,
            ["high"] = high,
            ["low"] = low,
            ["close"] = close,
            ["name"] = name,
            ["showlegend"] = showLegend,
            ["opacity"] = opacity,
        };
        int[] lengths = [
            .. new[] { "x", "open", "high", "low", "close" }.Select(n => trace[n]).OfType<Array>().Select(a => a.Length).Distinct()];
        if (lengths.Length != 1)
            throw new ArgumentException(
                $"{type}: x, open, high, low and close have {string.Join(" and ", lengths)} values; each period needs one of each");
        if (up is not null) trace["increasing"] = new PlotlyObject { ["line"] = new PlotlyObject { ["color"] = up } };
        if (down is not null) trace["decreasing"] = new PlotlyObject { ["line"] = new PlotlyObject { ["color"] = down } };
        return Of(trace, slider is null
            ? null : new Layout { ["xaxis"] = new PlotlyObject { ["rangeslider"] = new PlotlyObject { ["visible"] = slider } } });
    }
}
