using System.Text;
using Qiansi.Charts.Rendering.Colors;
using Qiansi.Charts.Rendering.Layout;
using Qiansi.Drawing;

namespace Qiansi.Charts.Rendering.Traces.Fields;

/// <summary>Lines of equal height, and the colours between them.</summary>
internal sealed class ContourDrawing(Trace trace, string color) : FieldDrawing(trace, color)
{
    private const int MostPlaces = 72;

    private PlotlyObject? Contours => Trace.Object("contours");

    private string Coloring => Contours.Text("coloring") ?? "fill";

    public override ColorBar? ColorBar => Coloring == "none" ? null : base.ColorBar is { } bar ? bar with { Levels = Coloring == "fill" ? Levels() : null } : null;

    public override IEnumerable<LegendEntry> Legend => Name.Length > 0 && Trace.Flag("showlegend") is true ? [new(Name, LineColor, LegendMark.Line)] : [];

    private string LineColor => CssColor.Safe(Trace.Object("line").Text("color")) ?? "currentColor";

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
        if (z.Length < Z.Length || z[0].Length < Z[0].Length) LeftOut = $"contours drawn from {z.Length} × {z[0].Length} of {Z.Length} × {Z[0].Length} values";
        var tracer = new ContourTracer(z, [.. columns.Select(X!.Pixel)], [.. lines.Select(Y!.Pixel)]);
        if (Opacity is { } opacity) svg.Group(style: new SvgStyle(Opacity: opacity));
        var levels = Levels();
        var loops = levels.Select(tracer.Loops).ToArray();
        if (Coloring == "heatmap") CellPicture.Draw(svg, this, Edges(Columns), Edges(Lines));
        if (Coloring == "fill") Fill(svg, levels, loops, area);
        if (Contours.Flag("showlines") is not false || Coloring is "lines" or "none") DrawLines(svg, levels, loops);
        if (Contours.Flag("showlabels") is true) ContourLabels.Draw(svg, levels, loops, Contours.Object("labelfont").Number("size") ?? 10.5);
        if (Opacity is not null) svg.End();
    }

    private void Fill(SvgWriter svg, double[] levels, List<List<(double X, double Y, bool IsBorder)>>[] loops, Box area)
    {
        var (left, right) = Ends(Columns.Select(X!.Pixel));
        var (top, bottom) = Ends(Lines.Select(Y!.Pixel));
        svg.Rect(left, top, right - left, bottom - top, SvgStyle.Filled(ColorOf(-1, levels)));
        for (var k = 0; k < levels.Length; k++)
        {
            if (loops[k].Count == 0) continue;
            var path = new StringBuilder();
            foreach (var loop in loops[k]) path.Append(Path(loop, border: true)).Append('Z');
            svg.Path(path + "\" fill-rule=\"evenodd", SvgStyle.Filled(ColorOf(k, levels)), Hover($"≥ {NumberText.Short(levels[k])}"));
        }
    }

    private void DrawLines(SvgWriter svg, double[] levels, List<List<(double X, double Y, bool IsBorder)>>[] loops)
    {
        var line = Trace.Object("line");
        var width = line.Number("width") ?? (Coloring == "fill" ? 0.75 : 1.5);
        for (var k = 0; k < levels.Length; k++)
        {
            var path = string.Concat(loops[k].Select(l => Path(l, border: false)));
            if (path.Length == 0) continue;
            var color = CssColor.Safe(line.Text("color")) ?? (Coloring == "lines" ? Colors.At(levels[k]).ToString() : Coloring == "none" ? "currentColor" : "#000000");
            svg.Path(path, new SvgStyle(Fill: "none", Stroke: color, Width: width, Opacity: Coloring == "fill" && line.Text("color") is null ? 0.45 : null), Coloring == "fill" ? null : Hover(NumberText.Short(levels[k])));
        }
    }

    /// <summary>Path data of a loop; without its parts along the border when only the line itself is wanted.</summary>
    private static string Path(List<(double X, double Y, bool IsBorder)> loop, bool border)
    {
        var path = new StringBuilder();
        var isOpen = false;
        var last = (X: double.NaN, Y: double.NaN);
        for (var i = 0; i <= loop.Count; i++)
        {
            if (border && i == loop.Count) break;
            var (point, before) = (loop[i % loop.Count], loop[(i + loop.Count - 1) % loop.Count]);
            var starts = i == 0 || !border && point.IsBorder && before.IsBorder;
            if (starts)
            {
                isOpen = false;
                last = (point.X, point.Y);
                if (border) Append(path, 'M', last);
                continue;
            }

            if (!border && !isOpen) Append(path, 'M', last);
            isOpen = true;
            // Points closer than half a pixel say nothing new.
            if (Math.Abs(point.X - last.X) + Math.Abs(point.Y - last.Y) < 0.6 && i < loop.Count - 1) continue;
            last = (point.X, point.Y);
            Append(path, 'L', last);
        }

        return path.ToString();
    }

    private static void Append(StringBuilder path, char command, (double X, double Y) at) =>
        path.Append(command).Append(SvgWriter.Number(Math.Round(at.X, 1))).Append(',').Append(SvgWriter.Number(Math.Round(at.Y, 1)));

    private double[] Levels()
    {
        if (Contours.Number("size") is > 0 and var size && Contours.Number("start") is { } start && Contours.Number("end") is { } end)
            return [.. Enumerable.Range(0, (int)Math.Clamp(Math.Floor((end - start) / size + 1e-9) + 1, 0, 200)).Select(i => start + i * size)];
        var (low, high) = (Contours.Number("start") ?? Colors.Min, Contours.Number("end") ?? Colors.Max);
        if (!(high > low)) return [];
        if (Contours.Number("size") is > 0 and var step && (high - low) / step < 200) return [.. Enumerable.Range((int)Math.Ceiling(low / step), (int)(Math.Floor(high / step) - Math.Ceiling(low / step)) + 1).Select(i => i * step)];
        return [.. Ticks.Linear(low, high, (int)Math.Clamp(Trace.Number("ncontours") ?? 14, 1, 60)).Where(l => l > low && l < high || Contours.Number("start") is not null)];
    }

    /// <summary>The colour between a level and the next: that of the middle.</summary>
    private Rgb ColorOf(int level, double[] levels)
    {
        if (levels.Length == 0) return Colors.AtPart(0.5);
        var (from, to) = (level < 0 ? Math.Min(Colors.Min, levels[0]) : levels[level], level + 1 < levels.Length ? levels[level + 1] : Math.Max(Colors.Max, levels[^1]));
        return Colors.At((from + to) / 2);
    }

    private static (double, double) Ends(IEnumerable<double> pixels) => (pixels.Min(), pixels.Max());
}
