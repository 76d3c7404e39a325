using System.Text;

namespace Qiansi.Charts.Rendering.Traces;

/// <summary>The markers of a scatter trace.</summary>
internal sealed class MarkerSet(Trace trace, double[] x, double[] y, PlotAxis xAxis, PlotAxis yAxis, string color)
{
    private readonly PlotlyObject? _marker = trace.Object("marker");

    /// <summary>How many were drawn; null when none were.</summary>
    public int? Shown { get; private set; }

    private bool IsUniform => _marker?["size"] is not Array && _marker?["color"] is not Array && _marker?["symbol"] is not Array
        && _marker?["opacity"] is not Array;

    /// <summary>Draws them one by one, or as one path of dots when there are many.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="budget">What it may hold.</param>
    /// <param name="words">Words of a point for the pointer.</param>
    public void Draw(SvgWriter svg, DrawingBudget budget, Func<int, string> words)
    {
        int[] visible = [.. Enumerable.Range(0, x.Length).Where(i => double.IsFinite(x[i]) && double.IsFinite(y[i]))];
        var opacity = _marker.Number("opacity");
        if (IsUniform && visible.Length > budget.Markers)
        {
            Dots(svg, Spread(visible, budget.Dots, 2), opacity);
            return;
        }

        var drawn = Spread(visible, IsUniform ? budget.Markers : budget.Dots / 3, 1);
        var isTitled = budget.TakeTitles(drawn.Length);
        var numbers = _marker.Numbers("color");
        var colors = numbers is null ? null : NumberColors.Of(_marker!, numbers, "c");
        var outline = CssColor.Safe(_marker.Object("line").Text("color"));
        svg.Group(style: new SvgStyle(Fill: IsUniform ? null : color,
            Opacity: opacity ?? (trace.Text("mode")?.Contains("lines") is true || x.Length < 60 ? null : 0.75)));
        foreach (var i in drawn)
        {
            var symbol = _marker.TextAt("symbol", i) ?? "circle";
            var own = colors is not null && i < numbers!.Length && double.IsFinite(numbers[i])
                ? colors.At(numbers[i]).ToString() : CssColor.Safe(_marker.TextAt("color", i)) ?? color;
            var style = Symbols.Style(symbol, own, _marker?["opacity"] is Array ? _marker.NumberAt("opacity", i) : null);
            if (outline is not null) style = style with { Stroke = outline, Width = _marker.Object("line").Number("width") ?? 1 };
            var (px, py, size) = (xAxis.Pixel(x[i]), yAxis.Pixel(y[i]), Size(i));
            if (symbol == "circle") svg.Circle(px, py, Math.Round(size / 2, 1), style, isTitled ? words(i) : null);
            else svg.Path(Symbols.Path(symbol, px, py, size), style, isTitled ? words(i) : null);
        }

        svg.End();
        Shown = drawn.Length;
    }

    /// <summary>Draws nothing to be seen, but places for the pointer on a line's points.</summary>
    public void DrawTargets(SvgWriter svg, DrawingBudget budget, Func<int, string> words)
    {
        int[] visible = [.. Enumerable.Range(0, x.Length).Where(i => double.IsFinite(x[i]) && double.IsFinite(y[i]))];
        // Of many points those an eye looks for: evenly spread, first and last among them.
        const int Most = 40;
        if (visible.Length > Most)
            visible = [.. Enumerable.Range(0, Most).Select(k => visible[(int)((long)k * (visible.Length - 1) / (Most - 1))])];
        if (trace.Text("hoverinfo") is "skip" or "none" || !budget.TakeTitles(visible.Length)) return;
        svg.Raw("<g opacity=\"0\">");
        foreach (var i in visible) svg.Circle(xAxis.Pixel(x[i]), yAxis.Pixel(y[i]), 6, null, words(i));
        svg.Raw("</g>");
    }

    /// <summary>Draws the texts of points.</summary>
    public void DrawTexts(SvgWriter svg)
    {
        const int Most = 150;
        for (var i = 0; i < Math.Min(x.Length, Most); i++)
        {
            if (!double.IsFinite(x[i]) || !double.IsFinite(y[i]) || trace.TextAt("text", i) is not { Length: > 0 } text) continue;
            var position = trace.TextAt("textposition", i) ?? "middle center";
            var reach = trace.Text("mode")?.Contains("markers") is true ? Size(i) / 2 + 3 : 2;
            var (anchor, dx) = position.EndsWith("left", StringComparison.Ordinal)
                ? ("end", -reach) : position.EndsWith("right", StringComparison.Ordinal) ? ("start", reach) : ("middle", 0);
            var dy = position.StartsWith("top", StringComparison.Ordinal)
                ? -reach - 2 : position.StartsWith("bottom", StringComparison.Ordinal) ? reach + 9 : 4;
            svg.Text(xAxis.Pixel(x[i]) + dx, yAxis.Pixel(y[i]) + dy, PlainWords.Short(PlainWords.Line(text), 60), anchor,
                trace.Object("textfont").Number("size") ?? 11, CssColor.Safe(trace.Object("textfont").Text("color")));
        }
    }

    /// <summary>Round dots as one path of lines without length: a dozen characters each.</summary>
    private void Dots(SvgWriter svg, int[] drawn, double? opacity)
    {
        var path = new StringBuilder();
        foreach (var i in drawn) path.Append('M').Append(N(xAxis.Pixel(x[i]))).Append(',').Append(N(yAxis.Pixel(y[i]))).Append("h0");
        var size = Math.Min(Size(0), drawn.Length > 1200 ? 4 : 5);
        svg.Raw("<g stroke-linecap=\"round\">")
            .Path(path.ToString(), new SvgStyle(Fill: "none", Stroke: color, Width: size, Opacity: opacity ?? 0.6),
                trace.Name is { } name ? PlainWords.Line(name) : null).Raw("</g>");
        Shown = drawn.Length;
    }

    /// <summary>
    /// Of points that lie on one another one stays; when there are still too many, some evenly chosen, but every extreme.
    /// </summary>
    private int[] Spread(int[] visible, int most, double pixels)
    {
        if (visible.Length <= most) return visible;
        var places = new HashSet<(int, int)>();
        int[] apart = [.. visible.Where(i => places.Add(((int)(xAxis.Pixel(x[i]) / pixels), (int)(yAxis.Pixel(y[i]) / pixels))))];
        if (apart.Length <= most) return apart;
        int[] extremes = [visible.MinBy(i => x[i]), visible.MaxBy(i => x[i]), visible.MinBy(i => y[i]), visible.MaxBy(i => y[i])];
        var step = apart.Length / (double)(most - extremes.Length);
        return [.. Enumerable.Range(0, most - extremes.Length).Select(k => apart[(int)(k * step)]).Concat(extremes).Distinct().Order()];
    }

    private double Size(int i)
    {
        var size = _marker.NumberAt("size", i) ?? 6.5;
        var reference = _marker.Number("sizeref") ?? 1;
        if (_marker?["size"] is not Array) return size;
        return Math.Clamp(_marker.Text("sizemode") == "area" ? Math.Sqrt(Math.Max(0, size) / reference) : size / reference,
            _marker.Number("sizemin") ?? 1, 120);
    }

    private static string N(double value) => SvgWriter.Number(Math.Round(value, 1));
}
