namespace Qiansi.Charts.Rendering.Traces.Fields;

/// <summary>Lines of equal height, and the colours between them.</summary>
internal sealed class ContourDrawing(Trace trace, string color) : FieldDrawing(trace, color)
{
    private const int MostPlaces = 72;

    private PlotlyObject? Contours => Trace.Object("contours");

    private string Coloring => Contours.Text("coloring") ?? "fill";

    public override ColorBar? ColorBar =>
        Coloring == "none" ? null : base.ColorBar is { } bar ? bar with { Levels = Coloring == "fill" ? Levels() : null } : null;

    public override IEnumerable<LegendEntry> Legend =>
        Name.Length > 0 && Trace.Flag("showlegend") is true ? [new(Name, LineColor, LegendMark.Line)] : [];

    private bool HasLineColor => CssColor.Safe(Trace.Object("line").Text("color")) is not null;

    private string LineColor => CssColor.Safe(Trace.Object("line").Text("color"))
        ?? (Coloring is "fill" or "heatmap" ? "#000" : "currentColor");

    public override void Measure()
    {
        base.Measure();
        if (Z.Length == 0) return;
        X!.Include(Columns);
        Y!.Include(Lines);
        (X.IsTight, Y.IsTight) = (true, true);
    }

    public override void Draw(SvgWriter svg, Box area, DrawingBudget budget)
    {
        if (Z.Length < 2 || Z[0].Length < 2) return;
        var (z, columns, lines) = FieldSample.Reduce(Z, Columns, Lines, (int)(MostPlaces * Math.Min(1, Math.Sqrt(budget.Scale))));
        if (z.Length < Z.Length || z[0].Length < Z[0].Length)
            LeftOut = $"contours drawn from {z.Length} × {z[0].Length} of {Z.Length} × {Z[0].Length} values";
        var tracer = new ContourTracer(z, [.. columns.Select(X!.Pixel)], [.. lines.Select(Y!.Pixel)]);
        if (Opacity is { } opacity) svg.Group(style: new SvgStyle(Opacity: opacity));
        var levels = Levels();
        var loops = levels.Select(tracer.Loops).ToArray();
        if (Coloring == "heatmap") CellPicture.Draw(svg, this, Edges(Columns), Edges(Lines), budget.Scale);
        if (Coloring == "fill") Fill(svg, levels, loops);
        else if (Contours.Flag("showlines") is not false || Coloring is "lines" or "none") DrawLines(svg, levels, loops);
        if (Contours.Flag("showlabels") is true)
            ContourLabels.Draw(svg, levels, loops, area, Contours.Object("labelfont").Number("size") ?? 10.5);
        if (Opacity is not null) svg.End();
    }

    /// <summary>
    /// What is above each level, over what is above the level before. The line is drawn with it; along the border the frame covers it.
    /// </summary>
    private void Fill(SvgWriter svg, double[] levels, List<List<(double X, double Y, bool IsBorder)>>[] loops)
    {
        var (left, right) = Ends(Columns.Select(X!.Pixel));
        var (top, bottom) = Ends(Lines.Select(Y!.Pixel));
        svg.Rect(left, top, right - left, bottom - top, SvgStyle.Filled(ColorOf(-1, levels)));
        var isLined = Contours.Flag("showlines") is not false;
        svg.Raw(isLined
            ? $"<g fill-rule=\"evenodd\" stroke=\"{LineColor}\" stroke-opacity=\"{(HasLineColor ? "1" : ".4")}\" "
                + $"stroke-width=\"{SvgWriter.Number(Trace.Object("line").Number("width") ?? 0.75)}\">" : "<g fill-rule=\"evenodd\">");
        for (var k = 0; k < levels.Length; k++)
        {
            if (loops[k].Count > 0)
                svg.Path(string.Concat(loops[k].Select(l => ContourPath.Closed(l))), SvgStyle.Filled(ColorOf(k, levels)),
                    Hover($"≥ {NumberText.Short(levels[k])}"));
        }

        svg.Raw("</g>");
    }

    private void DrawLines(SvgWriter svg, double[] levels, List<List<(double X, double Y, bool IsBorder)>>[] loops)
    {
        var width = Trace.Object("line").Number("width") ?? 1.5;
        for (var k = 0; k < levels.Length; k++)
        {
            var path = string.Concat(loops[k].Select(l => ContourPath.WithoutBorder(l)));
            if (path.Length == 0) continue;
            var color = Coloring == "lines" && !HasLineColor ? Colors.At(levels[k]).ToString() : LineColor;
            svg.Path(path, new SvgStyle(Fill: "none", Stroke: color, Width: width,
                Opacity: Coloring == "heatmap" && !HasLineColor ? 0.5 : null), Hover(NumberText.Short(levels[k])));
        }
    }

    private double[] Levels()
    {
        if (Contours.Number("size") is > 0 and var size && Contours.Number("start") is { } start && Contours.Number("end") is { } end)
            return [.. Enumerable.Range(0, (int)Math.Clamp(Math.Floor((end - start) / size + 1e-9) + 1, 0, 200))
                .Select(i => start + i * size)];
        var (low, high) = (Contours.Number("start") ?? Colors.Min, Contours.Number("end") ?? Colors.Max);
        if (!(high > low)) return [];
        if (Contours.Number("size") is > 0 and var step && (high - low) / step < 200)
            return [.. Enumerable.Range((int)Math.Ceiling(low / step), (int)(Math.Floor(high / step) - Math.Ceiling(low / step)) + 1)
                .Select(i => i * step)];
        return [.. Ticks.Linear(low, high, (int)Math.Clamp(Trace.Number("ncontours") ?? 14, 1, 60))
            .Where(l => l > low && l < high || Contours.Number("start") is not null)];
    }

    /// <summary>The colour between a level and the next: that of the middle.</summary>
    private Rgb ColorOf(int level, double[] levels)
    {
        if (levels.Length == 0) return Colors.AtPart(0.5);
        var (from, to) = (level < 0 ? Math.Min(Colors.Min, levels[0]) : levels[level],
            level + 1 < levels.Length ? levels[level + 1] : Math.Max(Colors.Max, levels[^1]));
        return Colors.At((from + to) / 2);
    }

    private static (double, double) Ends(IEnumerable<double> pixels) => (pixels.Min(), pixels.Max());
}
