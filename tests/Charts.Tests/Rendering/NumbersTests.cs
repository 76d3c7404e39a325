using Qiansi.Charts.Rendering.Axes;
using Qiansi.Charts.Rendering.Traces.Bars;
using Qiansi.Charts.Rendering.Traces.Distributions;
using Qiansi.Charts.Rendering.Traces.Fields;
using Qiansi.Charts.Values;
using Qiansi.Drawing;

namespace Qiansi.Charts.Tests.Rendering;

/// <summary>The computations behind drawings.</summary>
public sealed class NumbersTests
{
    [Fact]
    public void Contours_of_a_cone_are_circles_of_the_level()
    {
        double[] places = [.. Enumerable.Range(-20, 41).Select(i => i / 10.0)];
        var z = places.Select(y => places.Select(x => -Math.Sqrt(x * x + y * y)).ToArray()).ToArray();
        var loop = Assert.Single(new ContourTracer(z, places, places).Loops(-1.5));
        Assert.All(loop, p => Assert.InRange(Math.Sqrt(p.X * p.X + p.Y * p.Y), 1.48, 1.52));
        Assert.True(loop.Count > 60);
        Assert.Empty(new ContourTracer(z, places, places).Loops(0.1));
        // What lies above everywhere is bounded by the border.
        Assert.All(Assert.Single(new ContourTracer(z, places, places).Loops(-9)), p => Assert.True(p.IsBorder));
    }

    [Fact]
    public void A_saddle_is_cut_in_two()
    {
        double[][] z = [[1, 0], [0, 1]];
        Assert.Equal(2, new ContourTracer(z, [0, 1], [0, 1]).Loops(0.75).Count);
        Assert.Single(new ContourTracer(z, [0, 1], [0, 1]).Loops(0.25));
    }

    [Fact]
    public void Quartiles_are_Plotlys()
    {
        // Hyndman and Fan's fifth rule for 1, …, 8: places 2.5, 4.5 and 6.5.
        Assert.Equal(new Quartiles(2.5, 4.5, 6.5, 1, 8), Quartiles.Of([1, 2, 3, 4, 5, 6, 7, 8]));
        Assert.Equal(9, Quartiles.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 50]).High);
    }

    [Fact]
    public void A_density_has_the_area_one()
    {
        var density = Density.Of([.. Samples.Noise(500, 3).Order()], null);
        var area = Enumerable.Range(0, 2001).Sum(i => density.At(-10 + i * 0.01)) * 0.01;
        Assert.Equal(1, area, 6);
    }

    [Fact]
    public void Every_value_is_in_one_bin()
    {
        var values = Samples.Noise(1000, 5);
        foreach (var most in new double?[] { null, 1, 7, 40 })
        {
            var bins = Bins.Of(values, null, most);
            Assert.All(values, v => Assert.InRange(bins.IndexOf(v), 0, bins.Count - 1));
            if (most is not null) Assert.True(bins.Count <= most + 1);
            Assert.Equal(1000, BinSums.Of(bins, values, null, null, null).Sum());
            Assert.Equal(1, BinSums.Of(bins, values, null, null, "probability").Sum(), 12);
            Assert.Equal(1, BinSums.Of(bins, values, null, null, "probability density").Sum() * bins.Size, 12);
        }
    }

    [Theory]
    [InlineData("2024-01-01", "2024-12-31", "MMM", "Jan 2024")]
    [InlineData("2024-03-01", "2024-03-20", "d", "4 Mar")]
    [InlineData("2024-03-01T10:00:00", "2024-03-01T11:00:00", "H", "10:00")]
    [InlineData("1990-01-01", "2024-01-01", "y", "1990")]
    public void Dates_have_round_ticks(string from, string to, string _, string first)
    {
        var (places, labels) = DateTicks.Between(DateText.Seconds(from)!.Value, DateText.Seconds(to)!.Value, 7);
        Assert.Equal(first, labels[0]);
        Assert.InRange(places.Length, 3, 14);
    }

    [Fact]
    public void Decimation_keeps_the_extremes_of_every_part()
    {
        var y = Samples.Noise(20_000, 9);
        var chosen = Decimation.Choose(null, y, 800);
        Assert.InRange(chosen.Length, 400, 800);
        Assert.Equal(chosen.Distinct().Order(), chosen);
        for (var part = 0; part < 200; part++)
        {
            var slice = Enumerable.Range(part * 100, 100);
            Assert.Contains(slice.MinBy(i => y[i]), chosen);
            Assert.Contains(slice.MaxBy(i => y[i]), chosen);
        }
    }

    [Fact]
    public void The_first_colours_stand_out_from_light_and_dark_paper()
    {
        foreach (var paper in new[] { Rgb.Parse("#ffffff"), Rgb.Parse("#111111") })
            foreach (var color in Palette.Categories.Take(4))
                Assert.True(color.Contrast(paper) >= 2.7, $"{color} on {paper}: {color.Contrast(paper):0.00}");
    }

    [Theory]
    [InlineData(0.256, ".0%", "26%")]
    [InlineData(1234.5, ",", "1,234.5")]
    [InlineData(0.1234, ".2f", "0.12")]
    [InlineData(12345, ".1e", "1.2e+4")]
    public void Ticks_follow_d3s_formats(double value, string format, string expected) =>
        Assert.Equal(expected, TickFormat.Number(value, format));
}
