namespace Qiansi.Charts.Rendering.Traces.Flows;

/// <summary>What is left after each stage: bars around a middle line, with what remains of the first.</summary>
internal sealed class FunnelDrawing(IReadOnlyList<(Trace Trace, string Color)> series) : TraceDrawing(series[0].Trace, series[0].Color)
{
    private const double Size = 12;

    private readonly List<string> _stages = [];
    private readonly List<double[]> _values = [];

    public override bool HasAxes => false;

    public override IEnumerable<LegendEntry> Legend =>
        series.Where(s => s.Trace.Name is { Length: > 0 })
            .Select(s => new LegendEntry(PlainWords.Line(s.Trace.Name!), ColorOf(s.Trace, s.Color), LegendMark.Swatch));

    public override void Measure()
    {
        foreach (var (trace, _) in series)
        {
            var (keys, lengths) = trace.Text("orientation") == "v" ? ("x", "y") : ("y", "x");
            foreach (var i in Enumerable.Range(0, trace.CountOf(lengths)))
                if (trace.TextAt(keys, i) is var key && !_stages.Contains(key ?? $"{i}")) _stages.Add(key ?? $"{i}");
            var values = new double[_stages.Count];
            for (var i = 0; i < trace.CountOf(lengths); i++) values[_stages.IndexOf(trace.TextAt(keys, i) ?? $"{i}")] = Math
                .Max(0, trace.NumberAt(lengths, i) ?? 0);
            _values.Add(values);
        }
    }

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        double At(int series, int stage) => _values[series].ElementAtOrDefault(stage);
        double[] totals = [.. _stages.Select((_, s) => Enumerable.Range(0, _values.Count).Sum(k => At(k, s)))];
        if (totals.DefaultIfEmpty(0).Max() <= 0) return;
        var labels = Math.Min(area.Width / 3, _stages.Max(s => TextWidth.Of(Shown(s), Size)) + 12);
        var (left, width, height) = (area.Left + labels, area.Width - labels, area.Height / _stages.Count);
        var unit = width / totals.Max();
        var ends = new (double From, double To)[_values.Count];
        for (var s = 0; s < _stages.Count; s++)
        {
            var (top, bottom) = (area.Top + s * height + height * 0.08, area.Top + (s + 1) * height - height * 0.08);
            svg.Text(left - 8, (top + bottom) / 2 + 4, Shown(_stages[s]), "end", Size);
            var at = left + (width - totals[s] * unit) / 2;
            for (var k = 0; k < _values.Count; k++)
            {
                var (color, end) = (ColorOf(series[k].Trace, series[k].Color, s), at + At(k, s) * unit);
                if (s > 0) svg.Polygon([(ends[k].From, top - height * 0.16), (ends[k].To, top - height * 0.16), (end, top), (at, top)],
                    new SvgStyle(Fill: color, FillOpacity: 0.3));
                var words = $"{NumberText.Short(At(k, s), 5)} "
                    + $"({NumberText.Short(At(k, s) / Math.Max(At(k, 0), double.Epsilon) * 100, 3)} %)";
                svg.Rect(at, top, end - at, bottom - top, new SvgStyle(Fill: color, Opacity: Opacity), 0, $"{_stages[s]}: {words}");
                if (end - at > TextWidth.Of(words, Size) + 8
                    && bottom - top > Size + 2) svg.Text((at + end) / 2, (top + bottom) / 2 + 4, words, "middle", Size,
                    (CssColor.Parse(color)?.TextOnTop)?.ToString());
                (ends[k], at) = ((at, end), end);
            }
        }
    }

    private static string Shown(string stage) => PlainWords.Short(PlainWords.Line(stage), 28);

    private static string ColorOf(Trace trace, string color, int stage = 0) =>
        CssColor.Safe(trace.Object("marker").TextAt("color", stage)) ?? color;
}
