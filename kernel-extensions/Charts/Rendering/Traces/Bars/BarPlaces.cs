namespace Qiansi.Charts.Rendering.Traces.Bars;

/// <summary>Puts the bars of several series beside, on or before each other.</summary>
internal static class BarPlaces
{
    /// <summary>Sets width, offset and base of all bars that share axes.</summary>
    /// <param name="bars">Measured series with the same axes and orientation.</param>
    /// <param name="layout">Says how: <c>barmode</c>, <c>bargap</c>, <c>bargroupgap</c>.</param>
    public static void Arrange(IReadOnlyList<BarDrawing> bars, Charts.Layout layout)
    {
        var isHistogram = bars.Any(b => b is HistogramDrawing);
        var mode = layout.Text("barmode") ?? "group";
        var gap = layout.Number("bargap") ?? (isHistogram ? 0 : 0.2);
        var unit = Distance(bars);
        var full = unit * (1 - Math.Clamp(gap, 0, 0.95));
        if (mode is "stack" or "relative") Stack(bars, mode == "relative");
        // Histograms overlap unless a mode is asked for: beside each other their bins would lie.
        var isGrouped = mode == "group" && bars.Count > 1 && !(isHistogram && layout.Text("barmode") is null);
        var each = isGrouped ? full / bars.Count : full;
        var groupGap = isGrouped ? layout.Number("bargroupgap") ?? 0.06 : 0;
        for (var k = 0; k < bars.Count; k++)
        {
            bars[k].Width = bars[k].Trace.Number("width") ?? each * (1 - groupGap);
            bars[k].Offset = isGrouped ? -full / 2 + each * (k + 0.5) : 0;
        }
    }

    private static void Stack(IReadOnlyList<BarDrawing> bars, bool isRelative)
    {
        var tops = new Dictionary<(double Key, bool IsNegative), double>();
        foreach (var series in bars)
        {
            for (var i = 0; i < series.Keys.Length; i++)
            {
                if (!double.IsFinite(series.Lengths[i]) || !double.IsFinite(series.Keys[i])) continue;
                var place = (series.Keys[i], series.Lengths[i] < 0);
                series.Bases[i] = tops.GetValueOrDefault(place);
                tops[place] = series.Bases[i] + series.Lengths[i];
            }
        }
    }

    /// <summary>The least distance of two keys; 1 for a single one.</summary>
    private static double Distance(IReadOnlyList<BarDrawing> bars)
    {
        if (bars.OfType<HistogramDrawing>().FirstOrDefault() is { BinWidth: > 0 } histogram) return histogram.BinWidth;
        double[] keys = [.. bars.SelectMany(b => b.Keys).Where(double.IsFinite).Distinct().Order()];
        if (keys.Length < 2) return bars[0].KeyAxis.Kind == Axes.AxisKind.Date ? 86400 : 1;
        return keys.Zip(keys.Skip(1), (a, b) => b - a).Min();
    }
}
