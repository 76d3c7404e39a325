using Qiansi.Drawing;
using Qiansi.Teaching.Sweeps;

namespace Qiansi.Tool.Sweeps;

/// <summary>
/// A drawing with an upright axis for each parameter that varies and each recorded value, and a line for each run (Inselberg, The plane
/// with
/// parallel coordinates, 1985). Lines are coloured by the last axis.
/// </summary>
internal static class ParallelCoordinates
{
    private const double Gap = 150, Top = 40, Height = 260, Margin = 70, Bottom = 20;

    /// <summary>From this ratio of the largest value to the smallest on, an axis is logarithmic.</summary>
    private const double Wide = 20;

    /// <summary>The drawing; null when there are fewer than two axes or runs.</summary>
    public static string? Draw(SweepResults results)
    {
        var rows = results.Rows.Where(r => results.Values.Any(v => r.Last(v) is { } value && double.IsFinite(value))).ToList();
        Axis[] axes = [.. results.Varied.Select(p => OfParameter(p, rows)), .. results.Values.Select(v => OfValue(v, rows))];
        if (axes.Length < 2 || rows.Count < 2) return null;
        var svg = new SvgWriter((2 * Margin) + ((axes.Length - 1) * Gap), Top + Height + Bottom,
            $"Parallel coordinates of {rows.Count} runs: {string.Join(", ", axes.Select(a => a.Name))}");
        foreach (var row in rows.OrderBy(r => axes[^1].Place(r) ?? 0)) Draw(svg, axes, row);
        for (var i = 0; i < axes.Length; i++)
        {
            var x = X(i);
            svg.Line(x, Top, x, Top + Height, SvgStyle.Axis).Text(x, Top - 18, axes[i].Name, "middle", weight: "600");
            foreach (var (place, label) in axes[i].Labels)
                svg.Line(x - 3, Y(place), x + 3, Y(place), SvgStyle.Axis).Text(x - 6, Y(place) + 4, label, "end", 11, mono: true);
        }

        return svg.ToHtml();
    }

    private static void Draw(SvgWriter svg, Axis[] axes, SweepRow row)
    {
        // A value that a run does not have interrupts its line.
        var (points, last) = (new List<(double X, double Y)>(), axes[^1].Place(row));
        var style = last is { } place ? SvgStyle.Line(ColorScale.Viridis.At(0.9 * place)) : SvgStyle.Outline(1, 0.3);
        var title = string.Join(", ", row.Run.Parameters.Select(p => $"{p.Key}={p.Value}")
            .Concat(row.Recorded.GroupBy(v => v.Name).Select(g => $"{g.Key}={NumberText.Short(g.Last().Value)}")));
        for (var i = 0; i <= axes.Length; i++)
        {
            if (i < axes.Length && axes[i].Place(row) is { } at)
            {
                points.Add((X(i), Y(at)));
                continue;
            }

            if (points.Count > 1) svg.Polyline(points, style, $"{row.Run.Index}: {title}");
            points.Clear();
        }
    }

    private static double X(int axis) => Margin + (axis * Gap);

    private static double Y(double place) => Top + ((1 - place) * Height);

    private static Axis OfParameter(string name, List<SweepRow> rows)
    {
        var texts = rows.Where(r => r.Run.Parameters.ContainsKey(name)).Select(r => r.Run.Parameters[name]).Distinct().ToList();
        var type = ParameterColumn.TypeOf(texts);
        if (type == typeof(string) || type == typeof(bool))
        {
            var places = texts.Select((t, i) => (Text: t, Place: texts.Count == 1 ? 0.5 : (double)i / (texts.Count - 1))).ToList();
            return new(name, r => r.Run.Parameters.TryGetValue(name, out var text) ? places.Find(p => p.Text == text).Place : null,
                [.. places.Select(p => (p.Place, Short(p.Text)))]);
        }

        return OfNumbers(name, r => r.Run.Parameters.TryGetValue(name, out var text)
            ? Convert.ToDouble(ParameterColumn.Value(text, typeof(double))) : null, rows);
    }

    private static Axis OfValue(string name, List<SweepRow> rows) => OfNumbers(name, r => r.Last(name), rows);

    private static Axis OfNumbers(string name, Func<SweepRow, double?> value, List<SweepRow> rows)
    {
        var values = rows.Select(value).OfType<double>().Where(double.IsFinite).ToList();
        if (values.Count == 0) return new(name, _ => null, []);
        var (min, max) = (values.Min(), values.Max());
        if (max - min <= 1e-12 * Math.Abs(max)) return new(name, r =>
            value(r) is { } v && double.IsFinite(v) ? 0.5 : null, [(0.5, NumberText.Short(min))]);
        var isLogarithmic = min > 0 && max / min >= Wide;
        Func<double, double> scale = isLogarithmic ? Math.Log : v => v;
        var ticks = isLogarithmic ? Ticks.Logarithmic(min, max) : Ticks.Linear(min, max);
        var labels = isLogarithmic ? [.. ticks.Select(t => NumberText.Short(t))] : Ticks.Labels(ticks);
        return new(name, r => value(r) is { } v && double.IsFinite(v) ? Place(v) : null, [.. ticks.Zip(labels, (t, l) => (Place(t), l))]);

        double Place(double v) => (scale(v) - scale(min)) / (scale(max) - scale(min));
    }

    private static string Short(string text) => text.Length <= 12 ? text : text[..11] + "…";

    /// <param name="Name">What it shows.</param>
    /// <param name="Place">Where a run stands, from 0 at the bottom to 1; null when it has no such value.</param>
    /// <param name="Labels">Places and words.</param>
    private sealed record Axis(string Name, Func<SweepRow, double?> Place, IReadOnlyList<(double Place, string Label)> Labels);
}
