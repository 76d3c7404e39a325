using System.Text;

namespace Qiansi.Tensors.Charts;

/// <summary>A histogram in characters.</summary>
internal static class HistogramText
{
    private const string Eighths = " ▁▂▃▄▅▆▇█";

    /// <summary>One line: <c>-2.1 ▁▃▇█▅▂ 3.2</c>.</summary>
    public static string Line(Histogram histogram)
    {
        var most = Math.Max(1, histogram.Counts.Max());
        var bars = new StringBuilder();
        foreach (var count in histogram.Counts)
            bars.Append(Eighths[count == 0 ? 0 : Math.Clamp((int)Math.Ceiling(8.0 * count / most), 1, 8)]);
        return $"{NumberText.Short(histogram.Min)} {bars} {NumberText.Short(histogram.Max)}";
    }
}
