using Qiansi.Teaching;

namespace Qiansi.Charts.Live;

/// <summary>The instruments of a watched net, one plot each, a curve a layer.</summary>
internal static class WatchFigure
{
    // Twenty layers have too many colours to tell apart: first, last, and those between at equal distances.
    private const int MostCurves = 8;

    /// <summary>The plots.</summary>
    /// <param name="name">What the net is called in their titles; empty for the only one.</param>
    /// <param name="readings">What was measured.</param>
    public static IEnumerable<GenericChart> Plots(string name, IReadOnlyList<NetReading> readings)
    {
        GenericChart Plot(string title, IEnumerable<(string Layer, int Update, double Value)> points, bool hasLegend = false) =>
            Curves(name.Length > 0 ? $"{name}: {title}" : title, [.. points.GroupBy(p => p.Layer)], hasLegend);
        IEnumerable<(string, int, double)> Layers(Func<LayerReading, double> value) =>
            readings.SelectMany(r => r.Layers.Select(l => (l.Layer, r.Update, value(l))));
        IEnumerable<(string, int, double)> Outputs(Func<ActivationReading, double?> value) => readings.SelectMany(
            r => r.Activations.Where(a => value(a) is not null).Select(a => (a.Layer, r.Update, value(a)!.Value)));

        yield return Plot("log₁₀ gradient norm", Layers(l => Math.Log10(l.GradientNorm)), hasLegend: true);
        yield return WithGuide(Plot("log₁₀ update ratio", Layers(l => Math.Log10(l.UpdateRatio))), readings);
        yield return Plot("activation mean", Outputs(a => a.Mean), hasLegend: true);
        yield return Plot("activation deviation", Outputs(a => a.Deviation));
        if (readings.Any(r => r.Activations.Any(a => a.Stuck is not null)))
            yield return Plot("dead or saturated", Outputs(a => a.Stuck)).WithYAxisStyle("dead or saturated", MinMax: (-0.02, 1.02));
    }

    // A line of the plot, not a rule across it: the axis reaches it also when all ratios are far away.
    private static GenericChart WithGuide(GenericChart plot, IReadOnlyList<NetReading> readings) => readings.Count == 0 ? plot
        : Chart.Combine(plot, Chart.Line(new[] { readings[0].Update, readings[^1].Update }, new[] { -3, -3 }, Name: "10⁻³",
            LineColor: "#7f7f7f", LineWidth: 1, LineDash: StyleParam.DrawingStyle.Dash));

    // Layers have the same colours in every plot, so that the legend has each once; the others say in words which plot they are of.
    private static GenericChart Curves(
        string title, IGrouping<string, (string Layer, int Update, double Value)>[] layers, bool hasLegend)
    {
        var shown = layers.Length <= MostCurves
            ? layers : [.. Enumerable.Range(0, MostCurves).Select(i => layers[i * (layers.Length - 1) / (MostCurves - 1)])];
        // ±∞ (a gradient of 0, a layer without steps) is a gap.
        var curves = shown.Select((layer, i) => Chart.Line(
            layer.Select(p => p.Update), layer.Select(p => double.IsFinite(p.Value) ? p.Value : double.NaN),
            Name: hasLegend ? layer.Key : $"{title}, {layer.Key}", ShowLegend: hasLegend ? null : false,
            LineColor: Palette.Category(i).ToString(), ShowMarkers: layer.Count() == 1)).ToArray();
        // Without values a plot shows its empty axes, so that the page does not jump with the first ones.
        return curves.Length > 0
            ? Chart.Combine(curves).WithXAxisStyle("update").WithYAxisStyle(title)
                .WithTitle(shown.Length < layers.Length ? $"{shown.Length} of {layers.Length} layers" : " ")
            : Chart.Line(Array.Empty<double>(), Array.Empty<double>()).WithXAxisStyle("update", MinMax: (0, 1))
                .WithYAxisStyle(title, MinMax: (0, 1)).WithTitle(" ");
    }
}
