using Qiansi.Charts.Rendering.Traces.Parts;

namespace Qiansi.Charts.Rendering.Traces;

/// <summary>Parts of a whole, their names beside them.</summary>
internal sealed class PieDrawing(Trace trace, string[] colors) : TraceDrawing(trace, colors[0])
{
    private const double Size = 12;

    private readonly List<(string Label, double Value, string Color)> _parts = [];

    public override bool HasAxes => false;

    public override PlotlyObject? Domain => Trace.Object("domain");

    public override IEnumerable<LegendEntry> Legend =>
        Trace.Flag("showlegend") is true ? _parts.Select(p => new LegendEntry(p.Label, p.Color, LegendMark.Swatch)) : [];

    public override void Measure()
    {
        var values = Trace.Numbers("values") ?? [];
        // Equal labels are one part, as in Plotly; without values each label counts once.
        var labels = Enumerable.Range(0, Math.Max(values.Length, Trace.CountOf("labels")))
            .Select(i => Trace.TextAt("labels", i) ?? $"{i}").ToArray();
        var sums = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < labels.Length; i++)
            sums[labels[i]] = sums.GetValueOrDefault(labels[i])
                + (values.Length == 0 ? 1 : i < values.Length && values[i] > 0 ? values[i] : 0);
        var given = Trace.Object("marker")?["colors"] as string?[];
        var parts = sums.Select(
            (s, i) => (PlainWords.Line(s.Key), s.Value, CssColor.Safe(given is not null && i < given.Length ? given[i] : null)
                ?? colors[i % colors.Length])).Where(p => p.Value > 0);
        _parts.AddRange(Trace.Flag("sort") is false ? parts : parts.OrderByDescending(p => p.Value));
    }

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        var total = _parts.Sum(p => p.Value);
        if (total <= 0) return;
        var widest = _parts.Max(p => TextWidth.Of(Words(p.Label, p.Value / total), Size));
        var radius = Math.Max(20, Math.Min((area.Width - 2 * Math.Min(widest, area.Width / 3) - 40) / 2, area.Height / 2 - 26));
        var hole = radius * Math.Clamp(Trace.Number("hole") ?? 0, 0, 0.95);
        var angle = (Trace.Number("rotation") ?? 0) / 360;
        var (isClockwise, labels) = (Trace.Text("direction") == "clockwise", new List<(double X, double Y, string Text, double Middle)>());
        svg.Group(style: new SvgStyle(Stroke: Theme.Paper, Width: 1.5, Opacity: Opacity));
        for (var i = 0; i < _parts.Count; i++)
        {
            var (label, value, color) = _parts[i];
            var share = value / total;
            var (from, to) = isClockwise ? (angle, angle + share) : (angle - share, angle);
            var middle = (from + to) / 2;
            var pull = radius * Math.Clamp(Trace.NumberAt("pull", i) ?? 0, 0, 1);
            var (cx, cy) = (area.CenterX + pull * RingSlice.Sin(middle), area.CenterY - pull * RingSlice.Cos(middle));
            svg.Path(RingSlice.Path(cx, cy, radius, hole, from, to), new SvgStyle(Fill: color),
                $"{label}: {NumberText.Short(value, 5)} ({Percent(share)})");
            labels.Add((cx + (radius + 10) * RingSlice.Sin(middle), cy - (radius + 10) * RingSlice.Cos(middle),
                Words(label, share), middle));
            angle = isClockwise ? to : from;
        }

        svg.End();
        Labels(svg, labels, area);
        if (hole > 20 && Name.Length > 0) svg.Text(area.CenterX, area.CenterY + 5, Name, "middle", 14, weight: "600");
    }

    /// <summary>
    /// Names stand beside their parts; those that would run into one another give way, up in the upper half and down in the lower.
    /// </summary>
    private static void Labels(SvgWriter svg, List<(double X, double Y, string Text, double Middle)> labels, Box area)
    {
        const double Line = Size + 3;
        foreach (var side in labels.GroupBy(l => (IsRight: RingSlice.Sin(l.Middle) >= 0, IsUpper: RingSlice.Cos(l.Middle) > 0)))
        {
            var last = side.Key.IsUpper ? double.PositiveInfinity : double.NegativeInfinity;
            foreach (var (x, y, text, _) in side.Key.IsUpper ? side.OrderByDescending(l => l.Y) : side.OrderBy(l => l.Y))
            {
                var at = side.Key.IsUpper ? Math.Min(y + 4, last - Line) : Math.Max(y + 4, last + Line);
                if (at < area.Top + 2 || at > area.Bottom + 6) break;
                svg.Text(x, at, text, side.Key.IsRight ? "start" : "end", Size);
                last = at;
            }
        }
    }

    private static string Words(string label, double share) => $"{PlainWords.Short(label, 28)} {Percent(share)}";

    private static string Percent(double share) => NumberText.Short(share * 100, 3) + " %";
}
