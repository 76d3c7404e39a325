namespace Qiansi.Charts.Rendering.Traces.Flows;

/// <summary>Flows between nodes that stand in columns: every link leads to the right, and is as thick as its value.</summary>
internal sealed class SankeyDrawing(Trace trace, string[] colors) : TraceDrawing(trace, colors[0])
{
    private const double NodeWidth = 16, Gap = 10, Size = 11;

    private readonly List<Node> _nodes = [];
    private readonly List<Link> _links = [];

    public override bool HasAxes => false;

    public override PlotlyObject? Domain => Trace.Object("domain");

    public override IEnumerable<LegendEntry> Legend => [];

    public override void Measure()
    {
        var (node, link) = (Trace.Object("node"), Trace.Object("link"));
        int[] sources = [.. (link.Numbers("source") ?? []).Select(n => (int)n)],
            targets = [.. (link.Numbers("target") ?? []).Select(n => (int)n)];
        var count = Math.Max(node.CountOf("label"), sources.Concat(targets).DefaultIfEmpty(-1).Max() + 1);
        for (var i = 0; i < count; i++)
            _nodes.Add(new Node(PlainWords.Line(node.TextAt("label", i) ?? ""), CssColor.Safe(node.TextAt("color", i))
                ?? colors[i % colors.Length]));
        for (var i = 0; i < Math.Min(sources.Length, targets.Length); i++)
        {
            if (sources[i] < 0 || targets[i] < 0 || link.NumberAt("value", i) is not > 0 and not null) continue;
            _links.Add(new Link(_nodes[sources[i]], _nodes[targets[i]], link.NumberAt("value", i)
                ?? 1, CssColor.Safe(link.TextAt("color", i))));
        }

        foreach (var one in _nodes) one.Value = Math
            .Max(_links.Where(l => l.From == one).Sum(l => l.Value), _links.Where(l => l.To == one).Sum(l => l.Value));
        // Each link moves its end behind its start; flows in a circle would go on for ever, hence the limit.
        for (var round = 0; round < _nodes.Count; round++)
            foreach (var one in _links
                .Where(l => l.From != l.To && l.To.Column <= l.From.Column
                && l.From.Column + 1 < _nodes.Count)) one.To.Column = one.From.Column + 1;
    }

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        var shown = _nodes.Where(n => n.Value > 0).ToList();
        if (shown.Count == 0) return;
        var columns = shown.GroupBy(n => n.Column).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        var unit = columns.Min(c => (area.Height - Gap * (c.Count - 1)) / c.Sum(n => n.Value));
        unit = Math.Max(unit, 0.2 * area.Height / columns.Max(c => c.Sum(n => n.Value)));
        for (var c = 0; c < columns.Count; c++)
        {
            var left = columns.Count == 1 ? area.Left : area.Left + c * (area.Width - NodeWidth) / (columns.Count - 1);
            if (c > 0) columns[c].Sort((a, b) => Middle(a).CompareTo(Middle(b)));
            var gap = columns[c].Count > 1
                ? Math.Min(Gap, (area.Height - unit * columns[c].Sum(n => n.Value)) / (columns[c].Count - 1)) : 0;
            var top = area.CenterY - (columns[c].Sum(n => n.Value) * unit + gap * (columns[c].Count - 1)) / 2;
            foreach (var node in columns[c])
            {
                (node.Left, node.Top) = (left, top);
                top += node.Value * unit + gap;
            }
        }

        var isTitled = budget.TakeTitles(_links.Count + shown.Count);
        foreach (var link in _links.OrderBy(l => l.From.Top).ThenBy(l => l.To.Top)) DrawLink(svg, link, unit, isTitled);
        foreach (var node in shown)
        {
            svg.Rect(node.Left, node.Top, NodeWidth, Math.Max(1, node.Value * unit), new SvgStyle(Fill: node.Color, Opacity: Opacity), 0,
                isTitled ? $"{node.Label}: {NumberText.Short(node.Value, 5)}" : null);
            var isLast = node.Left > area.CenterX;
            svg.Text(isLast ? node.Left - 5
                : node.Left + NodeWidth + 5, node.Top + node.Value * unit / 2 + 4, PlainWords.Short(node.Label, 28), isLast ? "end"
                : "start", Size);
        }
    }

    /// <summary>Where the flows into a node come from, on average: so that few of them cross.</summary>
    private double Middle(Node node)
    {
        var into = _links.Where(l => l.To == node).ToList();
        return into.Count == 0 ? 0 : into.Sum(l => l.Value * l.From.Top) / into.Sum(l => l.Value);
    }

    private static void DrawLink(SvgWriter svg, Link link, double unit, bool isTitled)
    {
        var thickness = link.Value * unit;
        var (x0, y0) = (link.From.Left + NodeWidth, link.From.Top + link.From.Leaving);
        var (x1, y1) = (link.To.Left, link.To.Top + link.To.Arriving);
        (link.From.Leaving, link.To.Arriving) = (link.From.Leaving + thickness, link.To.Arriving + thickness);
        var middle = (x0 + x1) / 2;
        var path = $"M{N(x0)},{N(y0)}C{N(middle)},{N(y0)} {N(middle)},{N(y1)} "
            + $"{N(x1)},{N(y1)}V{N(y1 + thickness)}C{N(middle)},{N(y1 + thickness)} {N(middle)},{N(y0 + thickness)} "
            + $"{N(x0)},{N(y0 + thickness)}Z";
        svg.Path(path, new SvgStyle(Fill: link.Color ?? link.From.Color, FillOpacity: link.Color is null ? 0.35 : null), isTitled
            ? $"{link.From.Label} → {link.To.Label}: {NumberText.Short(link.Value, 5)}" : null);
    }

    private static string N(double value) => SvgWriter.Number(value);

    private sealed class Node(string label, string color)
    {
        public string Label => label;

        public string Color => color;

        public int Column { get; set; }

        public double Value { get; set; }

        public double Left { get; set; }

        public double Top { get; set; }

        public double Leaving { get; set; }

        public double Arriving { get; set; }
    }

    private sealed record Link(Node From, Node To, double Value, string? Color);
}
