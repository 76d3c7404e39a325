using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.DotNet.Interactive.Formatting;
using Qiansi.Metrics.Recording;
using Qiansi.Metrics.Tests.Doubles;

namespace Qiansi.Metrics.Tests.Recording;

public sealed class MetricsRunTests
{
    static MetricsRunTests() => MetricsExtension.Register();

    private static MetricsRun Sample(int count = 40, int gpus = 2) =>
        new(Enumerable.Range(0, count)
            .Select(s => Samples.Machine(
                s, 4, [.. Enumerable.Range(0, gpus).Select(g => Samples.Gpu(g) with { Utilization = 50 + 40 * Math.Sin(s / 3.0 + g) })])));

    [Fact]
    public async Task Samples_come_until_it_is_disposed()
    {
        var run = Metrics.Record(TimeSpan.FromMilliseconds(100));
        await Eventually.HoldsAsync(() => run.Count >= 5);
        Assert.True(run.IsRecording);
        run.Dispose();
        Assert.True(run.HasEnded && !run.IsRecording);
        Assert.True(run.Count >= 5);
        Assert.Equal(run.Select(s => s.Elapsed), run.Select(s => s.Elapsed).Order());
        Assert.True(run[^1].ProcessMemory > 0);
    }

    [Fact]
    public async Task A_long_run_is_thinned_evenly()
    {
        using var tree = new TemporaryTree();
        using var run = new MetricsRun(new(tree.WriteLinux().Root), TimeSpan.FromMilliseconds(2), most: 16);
        await Eventually.HoldsAsync(() => run.Duration >= TimeSpan.FromSeconds(0.5));
        run.Dispose();
        Assert.InRange(run.Count, 8, 16);
        Assert.True(run.Duration >= TimeSpan.FromSeconds(0.4), $"{run.Duration}");
        Assert.True(run[0].Elapsed < TimeSpan.FromSeconds(0.2));
    }

    [Fact]
    public void It_shows_as_chart_and_table_and_reads_as_text()
    {
        var run = Sample();
        Expected.Matches("run.html", run.ToDisplayString("text/html").Replace("><", ">\n<", StringComparison.Ordinal));
        Expected.Matches("run.txt", run.ToDisplayString("text/plain"));
        Assert.Equal("text/html", Formatter.GetPreferredMimeTypesFor(typeof(MetricsRun)).First());
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(40, 1)]
    [InlineData(4096, 8)]
    [InlineData(4096, 64)]
    public void Its_picture_is_well_formed_and_small(int samples, int gpus)
    {
        var html = RunReport.Html(Sample(samples, gpus));
        Assert.True(Encoding.UTF8.GetByteCount(html) < 64 * 1024, $"{Encoding.UTF8.GetByteCount(html)} bytes");
        var page = XElement.Parse(html.Replace("<details open>", "<details>", StringComparison.Ordinal));
        Assert.Contains(page.Descendants(), e => e.Name.LocalName == "polyline");
    }

    [Fact]
    public void Nothing_or_one_sample_is_shown_without_a_chart()
    {
        Assert.Equal("0 samples in 0.0 s", RunReport.Text(Sample(0)));
        Assert.DoesNotContain("<svg", RunReport.Html(Sample(1)));
        Assert.StartsWith("1 sample in", RunReport.Text(Sample(1)));
    }

    [Fact]
    public void Csv_has_a_column_for_every_figure_there_was_whatever_the_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            var lines = Sample(3).ToCsv().Split("\r\n");
            Assert.Equal(5, lines.Length);
            var head = lines[0].Split(',');
            Assert.Contains("gpu1_temperature_c", head);
            Assert.All(lines[1..4], l => Assert.Equal(head.Length, l.Split(',').Length));
            Assert.Equal("0.4", lines[1].Split(',')[Array.IndexOf(head, "gc_pause_percent")]);
            Assert.Equal("2026-11-26T12:00:01.0000000+00:00", lines[2].Split(',')[0]);
            Assert.DoesNotContain("gpu0", Sample(3, gpus: 0).ToCsv());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_pace_that_is_too_fast_is_refused() =>
        Assert.Contains("at least 100 ms",
            Assert.Throws<ArgumentOutOfRangeException>(() => Metrics.Record(TimeSpan.FromMilliseconds(5))).Message);
}
