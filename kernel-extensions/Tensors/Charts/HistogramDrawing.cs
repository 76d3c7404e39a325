namespace Qiansi.Tensors.Charts;

/// <summary>Draws how numbers are spread, with mean and standard deviation marked.</summary>
internal static class HistogramDrawing
{
    private const double Left = 6;
    private const double Top = 18;

    /// <summary>Draws the histogram.</summary>
    public static string Draw(Histogram histogram, Statistics statistics, double width = 300, double height = 110)
    {
        var svg = new SvgWriter(width + (2 * Left), height + Top + 20,
            $"histogram from {NumberText.Short(histogram.Min)} to {NumberText.Short(histogram.Max)}");
        var bins = histogram.Counts.Length;
        var most = Math.Max(1, histogram.Counts.Max());
        var total = Math.Max(1, histogram.Counts.Sum());
        var bar = width / bins;
        var gap = bar > 4 ? 1 : 0;
        var bottom = Top + height;
        for (var i = 0; i < bins; i++)
        {
            var count = histogram.Counts[i];
            if (count == 0) continue;
            var from = histogram.Min + ((histogram.Max - histogram.Min) * i / bins);
            var to = histogram.Min + ((histogram.Max - histogram.Min) * (i + 1) / bins);
            var number = statistics.IsSampled ? "" : $"{NumberText.Count(count)}, ";
            var tall = Math.Max(1, height * count / most);
            var title = $"{NumberText.Short(from)} to {NumberText.Short(to)}: {number}{NumberText.Short(100.0 * count / total, 3)} %";
            svg.Rect(Left + (i * bar), bottom - tall, bar - gap, tall, SvgStyle.Filled(Palette.Category(0)), title: title);
        }

        svg.Line(Left, bottom + 0.5, Left + width, bottom + 0.5, SvgStyle.Axis);
        var ticks = Ticks.Linear(histogram.Min, histogram.Max, 5);
        foreach (var (tick, label) in ticks.Zip(Ticks.Labels(ticks)))
        {
            var x = Left + ((tick - histogram.Min) / (histogram.Max - histogram.Min) * width);
            svg.Line(x, bottom + 0.5, x, bottom + 4, SvgStyle.Axis);
            svg.Text(Math.Clamp(x, Left + (label.Length * 2.5), Left + width - (label.Length * 2.5)), bottom + 15, label, "middle", 10);
        }

        Marks(svg, histogram, statistics, width, bottom);
        return svg.ToHtml();
    }

    /// <summary>A line at the mean, and a bracket a standard deviation to both sides of it.</summary>
    private static void Marks(SvgWriter svg, Histogram histogram, Statistics statistics, double width, double bottom)
    {
        if (double.IsNaN(statistics.Mean) || double.IsNaN(statistics.Deviation)) return;
        double X(double value) => Left + (Math.Clamp((value - histogram.Min) / (histogram.Max - histogram.Min), 0, 1) * width);
        var style = SvgStyle.Line(Palette.Category(1), 1.5);
        var (low, mean, high) = (X(statistics.Mean - statistics.Deviation), X(statistics.Mean), X(statistics.Mean + statistics.Deviation));
        svg.Line(mean, Top - 4, mean, bottom, style, $"mean {NumberText.Short(statistics.Mean)}");
        svg.Line(low, Top - 4, high, Top - 4, style,
            $"mean ± std: {NumberText.Short(statistics.Mean - statistics.Deviation)} to "
                + $"{NumberText.Short(statistics.Mean + statistics.Deviation)}");
        svg.Text(Math.Clamp(mean, Left + 14, Left + width - 14), Top - 8, "μ ± σ", "middle", 10, opacity: 0.75);
    }
}
