using System.Text;

namespace Qiansi.Charts.Rendering.Traces;

/// <summary>Candlesticks and price bars.</summary>
internal sealed class PriceDrawing(Trace trace, string color) : TraceDrawing(trace, color)
{
    private double[] _x = [], _open = [], _high = [], _low = [], _close = [];

    /// <summary>Blue and vermilion where others use green and red: a reader of any colour vision tells them apart.</summary>
    private string Up => CssColor.Safe(Trace.Object("increasing").Object("line").Text("color")) ?? Palette.Category(0).ToString();

    private string Down => CssColor.Safe(Trace.Object("decreasing").Object("line").Text("color")) ?? Palette.Category(1).ToString();

    public override void Learn() => X!.Learn(Trace["x"]);

    public override void Measure()
    {
        (_open, _high, _low, _close) = (Trace.Numbers("open") ?? [], Trace.Numbers("high") ?? [], Trace.Numbers("low") ?? [],
            Trace.Numbers("close") ?? []);
        var count = new[] { _open.Length, _high.Length, _low.Length, _close.Length }.Min();
        _x = Trace["x"] is null ? X!.Coordinates(Enumerable.Range(0, count).Select(i => (double)i).ToArray()) : X!.Coordinates(Trace["x"]);
        if (_x.Length > count) _x = _x[..count];
        var half = Distance / 2;
        for (var i = 0; i < _x.Length; i++)
        {
            X.Include([_x[i] - half, _x[i] + half]);
            Y!.Include([Y.Coordinate(_low[i]), Y.Coordinate(_high[i])]);
        }

        Y!.Padding = Math.Max(Y.Padding, 0.05);
    }

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        var width = Math.Clamp(Distance * X!.PixelsPerUnit * 0.64, 1, 24);
        var isTitled = budget.TakeTitles(_x.Length);
        if (_x.Length > budget.Cells)
        {
            foreach (var isUp in new[] { true, false })
            {
                var path = new StringBuilder();
                for (var i = 0; i < _x.Length && path.Length < 22_000; i++)
                    if (_close[i] >= _open[i] == isUp) path.Append(Wick(i)).Append(Body(i, width));
                svg.Path(path.ToString(), new SvgStyle(Fill: isUp ? Up : Down, Stroke: isUp ? Up : Down, Width: 1));
            }

            return;
        }

        for (var i = 0; i < _x.Length; i++)
        {
            if (!double.IsFinite(_open[i] + _high[i] + _low[i] + _close[i] + _x[i])) continue;
            var color = _close[i] >= _open[i] ? Up : Down;
            var shape = Trace.Type == "ohlc" ? Wick(i) + Ticks(i, width / 2) : Wick(i) + Body(i, width);
            svg.Path(shape, new SvgStyle(Fill: color, Stroke: color, Width: Trace.Type == "ohlc" ? 1.5 : 1), isTitled
                ? Hover($"{X.Words(_x[i])}: open {NumberText.Short(_open[i], 6)}, high {NumberText.Short(_high[i], 6)}, low "
                    + $"{NumberText.Short(_low[i], 6)}, close {NumberText.Short(_close[i], 6)}")
                : null);
        }
    }

    private double Distance
    {
        get
        {
            double[] places = [.. _x.Where(double.IsFinite).Distinct().Order()];
            return places.Length < 2 ? 1 : places.Zip(places.Skip(1), (a, b) => b - a).Min();
        }
    }

    private string Wick(int i) => $"M{N(X!.Pixel(_x[i]))},{N(Pixel(_high[i]))}V{N(Pixel(_low[i]))}";

    private string Body(int i, double width)
    {
        var (top, bottom) = (Pixel(Math.Max(_open[i], _close[i])), Pixel(Math.Min(_open[i], _close[i])));
        return $"M{N(X!.Pixel(_x[i]) - width / 2)},{N(top)}h{N(width)}V{N(Math.Max(bottom, top + 0.5))}h{N(-width)}Z";
    }

    private string Ticks(int i, double width) =>
        $"M{N(X!.Pixel(_x[i]) - width)},{N(Pixel(_open[i]))}h{N(width)}M{N(X.Pixel(_x[i]))},{N(Pixel(_close[i]))}h{N(width)}";

    private double Pixel(double price) => Y!.Pixel(Y.Coordinate(price));

    private static string N(double value) => SvgWriter.Number(Math.Round(value, 1));
}
