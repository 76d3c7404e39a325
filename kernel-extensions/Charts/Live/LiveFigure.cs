using Qiansi.Teaching;

namespace Qiansi.Charts.Live;

/// <summary>The chart of curves at one moment.</summary>
internal static class LiveFigure
{
    /// <summary>One plot a metric, each with its curves, its best value and the marks; then the instruments of watched nets.</summary>
    public static GenericChart Of(LiveSettings settings, IReadOnlyList<LiveSeries> series, IReadOnlyList<(double X, string Text)> marks,
        IEnumerable<(string Name, NetWatch Watch)> watched)
    {
        var metrics = series.GroupBy(s => s.Metric).ToArray();
        GenericChart[] plots = [.. metrics.Select(m => Plot(settings, [.. m], marks)),
            .. watched.SelectMany(w => WatchFigure.Plots(w.Name, w.Watch.Readings))];
        // A watched net has six plots: three beside each other stand on one screen, and on one slide.
        var columns = plots.Length > 4 ? 3 : 2;
        var rows = (plots.Length + columns - 1) / columns;
        var chart = plots.Length == 1
            ? plots[0].WithSize(680, 360) : Chart.Grid(plots, rows, columns).WithSize(columns == 3 ? 1000 : 820, 40 + 270 * rows);
        if (settings.Title is not { } title) return chart;
        return chart.WithTitle(
            plots.Length == 1 && chart.Layout.Title is { } words && words.Trim().Length > 0 ? $"{title}<br>{words}" : title);
    }

    private static GenericChart Plot(LiveSettings settings, LiveSeries[] series, IReadOnlyList<(double X, string Text)> marks)
    {
        var traces = new List<GenericChart>();
        // Train and validation have the same names and colours in every plot, so that one legend serves all.
        var isPair = series.Length == 2 && series.Count(s => s.IsValidation) == 1;
        for (var i = 0; i < series.Length; i++)
        {
            var place = series.Take(i).Count(s => s.IsValidation == series[i].IsValidation) * 2 + (series[i].IsValidation ? 1 : 0);
            traces.AddRange(Curve(settings, series[i], isPair ? series[i].IsValidation ? "validation" : "train" : series[i].Name,
                Palette.Category(place).ToString()));
        }

        var chart = Chart.Combine(traces).WithXAxisStyle(settings.X)
            .WithYAxisStyle(series[0].Metric, settings.Log && series[0].IsLowerBetter ? StyleParam.AxisType.Log : null);
        // A figure without values shows its empty axes, so that the page does not jump with the first ones.
        if (series.All(s => s.X.Count == 0))
            return chart.WithXAxisStyle(settings.X, MinMax: (0, 1)).WithYAxisStyle(series[0].Metric, MinMax: (settings.Log ? 0.1 : 0, 1))
                .WithTitle(" ");
        foreach (var (x, text) in marks) chart = chart.WithVLine(x, text, LineDash: StyleParam.DrawingStyle.Dot);
        return BestOf(settings, series) is { } best ? Marked(settings, chart, best.Series, best.Index) : chart.WithTitle(" ");
    }

    private static IEnumerable<GenericChart> Curve(LiveSettings settings, LiveSeries series, string name, string color)
    {
        var isSmooth = settings.Smooth > 0 && series.Y.Count > 2;
        if (isSmooth)
            yield return Chart.Line(series.X, series.Y, ShowLegend: false, LineColor: color, LineWidth: 1, Opacity: 0.3, Name: name);
        var shown = isSmooth ? Smoothing.Running(series.Y, settings.Smooth) : [.. series.Y];
        // A single value is a point: a line needs two.
        yield return Chart.Line(series.X, shown, Name: name, LineColor: color, ShowMarkers: shown.Count(double.IsFinite) == 1);
    }

    private static (LiveSeries Series, int Index)? BestOf(LiveSettings settings, LiveSeries[] series)
    {
        if (settings.Best == Best.None) return null;
        var judged = Array.Find(series, s => s.IsValidation && s.Y.Exists(double.IsFinite)) ?? series[0];
        var isLower = settings.Best == Best.Auto ? judged.IsLowerBetter : settings.Best == Best.Min;
        var best = -1;
        for (var i = 0; i < judged.Y.Count; i++)
        {
            if (double.IsFinite(judged.Y[i])
                && (best < 0 || (isLower ? judged.Y[i] < judged.Y[best] : judged.Y[i] > judged.Y[best]))) best = i;
        }

        return best < 0 || judged.Y.Count(double.IsFinite) < 2 ? null : (judged, best);
    }

    private static GenericChart Marked(LiveSettings settings, GenericChart chart, LiveSeries series, int index)
    {
        var words = $"best {series.Name} {NumberText.Short(series.Y[index])} at {settings.X} {NumberText.Short(series.X[index], 6)}";
        var star = Chart.Scatter(
            new[] { series.X[index] }, new[] { series.Y[index] }, StyleParam.Mode.Markers, Name: words, ShowLegend: false,
            MarkerSymbol: StyleParam.MarkerSymbol.Star, MarkerSize: 11, MarkerColor: Palette.Category(2).ToString());
        return Chart.Combine(chart, star).WithTitle(words);
    }
}
