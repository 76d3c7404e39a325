using System.Globalization;
using System.Text;

namespace Qiansi.Metrics.Recording;

/// <summary>Samples as CSV.</summary>
internal static class CsvWriter
{
    /// <summary>A head line, then a line a sample; no field needs quotes.</summary>
    public static string Write(IReadOnlyList<MetricsSample> samples)
    {
        var figures = Figure.Of(samples);
        var csv = new StringBuilder("time,elapsed_s,gen0,gen1,gen2");
        foreach (var figure in figures) csv.Append(',').Append(figure.Column);
        csv.Append("\r\n");
        foreach (var sample in samples)
        {
            csv.Append(CultureInfo.InvariantCulture,
                $"{sample.Time:O},{sample.Elapsed.TotalSeconds:0.###},{sample.Collections.Gen0},"
                + $"{sample.Collections.Gen1},{sample.Collections.Gen2}");
            foreach (var figure in figures) csv.Append(CultureInfo.InvariantCulture, $",{figure.Value(sample):0.###}");
            csv.Append("\r\n");
        }

        return csv.ToString();
    }
}
