using System.Text;
using System.Text.Json;
using Qiansi.Charts.Output;
using Qiansi.Contracts;

namespace Qiansi.Charts.Tests.Rendering;

public sealed class SizeTests
{
    [Fact]
    public void A_hundred_thousand_points_keep_their_extremes_and_say_what_is_left_out()
    {
        double[] y = [.. Enumerable.Range(0, 100_000).Select(i => Math.Sin(i / 3000.0))];
        (y[54_321], y[777]) = (7, -5);
        var chart = Chart.Line(y, Name: "signal");
        var bundle = ((IRendered)chart).Bundle;
        Assert.All(bundle, b => Assert.True(Encoding.UTF8.GetByteCount(b.Value) <= ChartBundle.Most, b.Key));
        using var figure = JsonDocument.Parse(bundle[ChartBundle.Plotly]!);
        var trace = figure.RootElement.GetProperty("data")[0];
        double[] shown = [.. trace.GetProperty("y").EnumerateArray().Select(v => v.GetDouble())],
            places = [.. trace.GetProperty("x").EnumerateArray().Select(v => v.GetDouble())];
        Assert.InRange(shown.Length, 1000, 5000);
        Assert.Equal(7, shown[Array.IndexOf(places, 54_321)]);
        Assert.Equal(-5, shown[Array.IndexOf(places, 777)]);
        Assert.Contains("of 100,000 points",
            figure.RootElement.GetProperty("layout").GetProperty("annotations")[0].GetProperty("text").GetString());
        Assert.Contains("of 100,000 points drawn, all extremes among them", bundle["image/svg+xml"]);
    }

    [Fact]
    public void Five_thousand_points_are_all_there()
    {
        using var figure = JsonDocument.Parse(ChartBundle.Json(Chart.Line(Enumerable.Range(0, 5000).Select(i => (double)i))));
        Assert.Equal(5000, figure.RootElement.GetProperty("data")[0].GetProperty("y").GetArrayLength());
    }

    [Theory]
    [InlineData("points")]
    [InlineData("heatmap")]
    [InlineData("contour")]
    [InlineData("surface")]
    [InlineData("series")]
    [InlineData("bars")]
    [InlineData("names")]
    public void Large_data_of_every_kind_fit(string kind)
    {
        var rows = Enumerable.Range(0, 400)
            .Select(r => Enumerable.Range(0, 500).Select(c => Math.Sin(r / 7.0) * Math.Cos(c / 9.0) + (r * 31 + c * 17) % 13 / 13.0)
                .ToArray()).ToArray();
        var chart = kind switch
        {
            "points" => Chart.Point(Samples.Noise(50_000, 1), Samples.Noise(50_000, 2)),
            "heatmap" => Chart.Heatmap(rows),
            "contour" => Chart.Contour(rows),
            "surface" => Chart.Surface(rows),
            "series" => Chart.Combine(Enumerable.Range(0, 30).Select(k => Chart.Line(Samples.Noise(3000, k), Name: $"run {k}"))),
            "bars" => Chart.Column(Samples.Noise(20_000, 3)),
            _ => Chart.Column(Enumerable.Range(0, 3000), Enumerable.Range(0, 3000).Select(i => $"a rather long category called {i}")),
        };
        Assert.All(((IRendered)chart).Bundle, b =>
            Assert.True(Encoding.UTF8.GetByteCount(b.Value) <= ChartBundle.Most, $"{b.Key}: {Encoding.UTF8.GetByteCount(b.Value)} bytes"));
    }

    [Fact]
    public void The_extremes_of_scattered_points_are_drawn()
    {
        var (x, y) = (Samples.Noise(20_000, 1), Samples.Noise(20_000, 2));
        (x[5], y[6]) = (40, 50);
        var svg = Chart.Point(x, y).WithXAxisStyle(MinMax: (-50, 50)).WithYAxisStyle(MinMax: (-60, 60)).ToSvg();
        var plot = new Qiansi.Charts.Tests.Rendering.PlacesOfDots(svg);
        // In the frame 90 parts of 100 from the left, 110 of 120 from below.
        Assert.Contains(plot.Dots, d => Math.Abs(d.X - (plot.Left + plot.Width * 0.9)) < 1);
        Assert.Contains(plot.Dots, d => Math.Abs(d.Y - (plot.Bottom - plot.Height * 110 / 120)) < 1);
    }
}
