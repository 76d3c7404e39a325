using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Qiansi.Drawing;
using Qiansi.Metrics.Panel;
using Qiansi.Metrics.Tests.Doubles;

namespace Qiansi.Metrics.Tests.Panel;

public sealed partial class PanelPictureTests
{
    [Fact]
    public void Picture_and_text_are_as_they_were_looked_at()
    {
        var view = View(seconds: 70, cores: 4, Samples.Gpu(0), Samples.Gpu(1, temperature: 90), Samples.Part(1, 0),
            Samples.Gpu(2) with { Problem = "power: permission denied", Power = null, Processes = [] });
        Expected.Matches("panel.html", new PanelHtml().Write(view).Replace("><", ">\n<", StringComparison.Ordinal));
        Expected.Matches("panel.txt", PanelText.Write(view));
    }

    [Fact]
    public void Without_a_gpu_one_line_says_so()
    {
        var view = View(seconds: 1) with { Sample = Samples.Machine(1) with { Notes = ["No GPU found: …"] } };
        Assert.EndsWith("\nNo GPU found: …", PanelText.Write(view));
        Assert.Contains("No GPU found: …</div></div>", new PanelHtml().Write(view));
    }

    [Theory]
    [InlineData(4, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(16, 8, 0)]
    [InlineData(256, 1, 7)]
    public void Pictures_are_well_formed_and_small(int cores, int gpus, int parts)
    {
        var html = new PanelHtml().Write(View(75, cores, Gpus(gpus, parts)));
        Assert.True(Encoding.UTF8.GetByteCount(html) < 20 * 1024, $"{Encoding.UTF8.GetByteCount(html)} bytes");
        var page = Parse(html);
        Assert.Equal(gpus == 0 ? 6 : 6 + gpus, page.Descendants("svg").Count(s => (string?)s.Attribute("height") == "24"));
        Assert.DoesNotContain(page.Descendants(),
            e => e.Name.LocalName is "script" or "iframe" or "img"
                || e.Attributes().Any(a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_hall_of_divided_gpus_stays_below_the_limit()
    {
        var html = new PanelHtml().Write(View(75, 256, Gpus(16, 7)));
        Assert.True(Encoding.UTF8.GetByteCount(html) < 64 * 1024, $"{Encoding.UTF8.GetByteCount(html)} bytes");
        Assert.Contains("56 devices more", html);
        Parse(html);
    }

    [Fact]
    public void Names_from_outside_are_text()
    {
        var gpu = Samples.Gpu(0) with
        {
            Name = "<script>alert(1)</script>",
            Problem = "a & b",
            Processes = [new(7, "<b>\"x\"</b>", null, false)]
        };
        var html = new PanelHtml().Write(View(5, 4, gpu));
        Assert.DoesNotContain("<script", html);
        Assert.Contains("<script>alert(1)</script>", string.Concat(Parse(html).DescendantNodes().OfType<XText>().Select(t => t.Value)));
    }

    [Fact]
    public void Lines_lie_within_the_picture_and_gaps_stay_open()
    {
        var series = new Series();
        for (var second = 0; second < 90; second++) series.Add(TimeSpan.FromSeconds(second), second is >= 60 and < 63 ? null : second % 10);
        var html = new StringBuilder();
        Sparkline.Append(html, series, 0, Palette.Category(0), "x");
        var path = PathData().Match(html.ToString()).Groups[1].Value;
        Assert.Equal(2, path.Count(c => c == 'M'));
        var heights = Heights().Matches(path).Select(m => double.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            .Where(y => y != 27).ToList();
        Assert.InRange(heights.Min(), 1, 2);
        Assert.InRange(heights.Max(), 22, 23);
    }

    [Fact]
    public void Seconds_without_a_sample_keep_the_value_and_many_in_a_second_are_averaged()
    {
        var series = new Series();
        series.Add(TimeSpan.FromSeconds(0.1), 10);
        series.Add(TimeSpan.FromSeconds(0.6), 20);
        series.Add(TimeSpan.FromSeconds(5.2), 40);
        Assert.Equal(6, series.Count);
        Assert.Equal([40f, 40f, 40f, 40f, 40f, 15f], Enumerable.Range(0, 6).Select(age => series[age]));
        series.Add(TimeSpan.FromSeconds(500), 1);
        Assert.Equal((60, 1.0, 1.0), (series.Count, series.Min, series.Max));
    }

    /// <summary>Lines on white paper and on JupyterLab's dark one; WCAG 2.2 asks 3 of graphics.</summary>
    [Fact]
    public void Colours_stand_out_on_light_and_dark_paper()
    {
        var html = new PanelHtml().Write(View(70, 4, Samples.Gpu(0)));
        foreach (var color in Fills().Matches(html).Select(m => Rgb.Parse(m.Groups[1].Value)).Distinct())
        {
            // Sky blue is drawn for rates beside their numbers; on white it is fainter than the rest.
            Assert.True(color.Contrast(Rgb.Parse("#111111")) >= 3, $"{color} on dark");
            Assert.True(color.Contrast(Rgb.Parse("#ffffff")) >= (color == Palette.Category(5) ? 2.2 : 2.8),
                $"{color} on light: {color.Contrast(Rgb.Parse("#ffffff"))}");
        }
    }

    private static IReadOnlyList<GpuSample> Gpus(int count, int parts) =>
        [.. Enumerable.Range(0, count).SelectMany(g => Enumerable.Range(0, parts).Select(p => Samples.Part(g, p)).Prepend(Samples.Gpu(g)))];

    private static PanelView View(int seconds, int cores = 4, params IReadOnlyList<GpuSample> gpus)
    {
        var history = new History();
        for (var second = 0; second <= seconds; second++) history.Add(Samples.Machine(second, cores, gpus));
        var sample = Samples.Machine(seconds, cores, gpus);
        return new(sample, new MetricsThresholds().Check(sample), history, "live, every 500 ms", IsLive: true);
    }

    private static XElement Parse(string html) => XElement.Parse(html.Replace("&nbsp;", " ", StringComparison.Ordinal));

    [GeneratedRegex(" d=\"(M[^\"]+)\" fill")]
    private static partial Regex PathData();

    [GeneratedRegex(@"(?:L\d+ |V)(\d+(?:\.\d)?)")]
    private static partial Regex Heights();

    [GeneratedRegex("(?:fill|stroke)=\"(#[0-9a-f]{6})\"")]
    private static partial Regex Fills();
}
