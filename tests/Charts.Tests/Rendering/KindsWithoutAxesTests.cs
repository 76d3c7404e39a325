using System.Xml.Linq;
using Qiansi.Charts.Output;
using Qiansi.Charts.Rendering.Traces.Parts;
using Qiansi.Contracts;

namespace Qiansi.Charts.Tests.Rendering;

/// <summary>Kinds of series that have no x and y: drawn, or said to be drawn only by Plotly's script.</summary>
public sealed class KindsWithoutAxesTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData("scatterternary")]
    [InlineData("parcoords")]
    [InlineData("parcats")]
    [InlineData("choropleth")]
    [InlineData("scattergeo")]
    [InlineData("isosurface")]
    [InlineData("mesh3d")]
    [InlineData("splom")]
    [InlineData("no-such-kind")]
    public void A_kind_that_is_not_drawn_has_no_svg_and_says_so(string kind)
    {
        var chart = Chart.Of(new Trace(kind) { ["a"] = new[] { 1, 2, 3 } });
        var bundle = ((IRendered)chart).Bundle;
        Assert.Equal([ChartBundle.Plotly, "text/plain"], bundle.Select(b => b.Key));
        Assert.Equal($"{kind}: 3 values\n{kind}: drawn only where Plotly's script runs; this figure has no drawing as SVG. "
            + "SaveHtml(path) writes it as a page.", bundle["text/plain"]);
        Assert.Contains(kind, Assert.Throws<NotSupportedException>(chart.ToSvg).Message);
    }

    [Fact]
    public void Beside_a_kind_that_is_drawn_a_note_names_it() =>
        Assert.Contains("mixture (scatterternary) is drawn only where Plotly's script runs", Samples.All["drawn-and-not"]().ToSvg());

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"title\":\"nothing\"}")]
    public void A_figure_without_series_is_drawn(string layout) =>
        Assert.StartsWith("<svg", Qiansi.Charts.Json.PlotlyJsonReader.Figure("[]", layout).ToSvg());

    [Theory]
    [InlineData("scatterpolar")]
    [InlineData("barpolar")]
    [InlineData("funnel")]
    [InlineData("waterfall")]
    [InlineData("treemap")]
    [InlineData("icicle")]
    [InlineData("sunburst")]
    [InlineData("sankey")]
    [InlineData("table")]
    [InlineData("indicator")]
    public void A_series_without_data_is_an_empty_drawing(string kind) => Assert.StartsWith("<svg", Chart.Of(new Trace(kind)).ToSvg());

    [Theory]
    [InlineData("remainder", "root 100: a 60 (b 25), c 30")]
    [InlineData("total", "root 100: a 35 (b 25), c 30")]
    public void Parts_within_parts_have_their_sizes(string branchValues, string expected)
    {
        var trace = new Trace("treemap")
        {
            ["labels"] = new[] { "root", "a", "b", "c" },
            ["parents"] = new[] { "", "root", "a", "root" },
            ["values"] = branchValues == "total" ? [100, 35, 25, 30] : new[] { 10, 35, 25, 30 },
            ["branchvalues"] = branchValues,
        };
        var whole = Hierarchy.Read(trace, ["#000000"]);
        var text = $"{whole.Label} {whole.Value}: "
            + string.Join(", ", whole.Parts
            .Select(p => $"{p.Label} {p.Value}" + (p.Parts.Count > 0 ? $" ({p.Parts[0].Label} {p.Parts[0].Value})" : "")));
        Assert.Equal(expected, text);
    }

    [Fact]
    public void Parts_that_contain_each_other_come_to_an_end()
    {
        var trace = new Trace("sunburst")
        {
            ["labels"] = new[] { "a", "b", "c" },
            ["parents"] = new[] { "b", "a", "" },
            ["values"] = new[] { 1, 2, 3 }
        };
        Assert.Equal("c", Hierarchy.Read(trace, ["#000000"]).Label);
        Assert.StartsWith("<svg", Chart.Of(trace).ToSvg());
    }

    [Fact]
    public void A_waterfall_steps_from_sum_to_sum()
    {
        var bars = Shapes("waterfall", "rect");
        // 60, then 40 less, then 5 more, then the total of 25: each begins at the height where the one before it ended.
        double[] tops = [.. bars.Select(b => Number(b, "y"))], bottoms = [.. bars.Select(b => Number(b, "y") + Number(b, "height"))];
        Assert.Equal(tops[0], tops[1], 0.02);
        Assert.Equal(bottoms[1], bottoms[2], 0.02);
        Assert.Equal(tops[2], tops[3], 0.02);
        Assert.Equal(bottoms[0], bottoms[3], 0.02);
        Assert.Equal(25.0 / 60, Number(bars[3], "height") / Number(bars[0], "height"), 0.001);
    }

    [Fact]
    public void A_funnel_is_as_wide_as_its_values()
    {
        var bars = Shapes("funnel", "rect");
        Assert.Equal(0.25, Number(bars[1], "width") / Number(bars[0], "width"), 0.001);
        Assert.Equal(0.05, Number(bars[2], "width") / Number(bars[0], "width"), 0.001);
    }

    [Fact]
    public void Tiles_of_a_treemap_have_areas_like_their_values()
    {
        var areas = Shapes("treemap", "rect")
            .ToDictionary(r => r.Element(Svg + "title")!.Value.Split(':')[0], r => Number(r, "width") * Number(r, "height"));
        Assert.Equal(0.5, areas["attention"] / areas["feed-forward"], 0.01);
    }

    [Fact]
    public void Flows_are_as_thick_as_their_values()
    {
        var nodes = Shapes("sankey", "rect")
            .ToDictionary(r => r.Element(Svg + "title")!.Value.Split(':')[0], r => (X: Number(r, "x"), Height: Number(r, "height")));
        Assert.Equal(5.0 / 8, nodes["coal"].Height / nodes["electricity"].Height, 0.01);
        Assert.Equal(10.0 / 8, nodes["homes"].Height / nodes["electricity"].Height, 0.01);
        Assert.True(nodes["coal"].X < nodes["electricity"].X && nodes["electricity"].X < nodes["homes"].X);
    }

    [Fact]
    public void Directions_of_a_polar_plot_go_counter_clockwise_from_the_right()
    {
        var dots = Shapes("polar-angles", "circle").TakeLast(5).Select(c => (X: Number(c, "cx"), Y: Number(c, "cy"))).ToArray();
        var rim = Shapes("polar-angles", "circle").First();
        var (x, y) = (Number(rim, "cx"), Number(rim, "cy"));
        Assert.True(dots[0].X > x && Math.Abs(dots[0].Y - y) < 0.1, "0° is to the right");
        Assert.True(dots[1].Y < y && Math.Abs(dots[1].X - x) < 0.1, "90° is above");
        Assert.Equal(2, (y - dots[1].Y) / (dots[0].X - x), 0.01);
    }

    private static XElement[] Shapes(string sample, string name) =>
        [.. XDocument.Parse(Samples.All[sample]().ToSvg()).Descendants(Svg + name)
            .Where(e => name != "rect" || e.Element(Svg + "title") is not null)];

    private static double Number(XElement element, string attribute) =>
        double.Parse((string)element.Attribute(attribute)!, System.Globalization.CultureInfo.InvariantCulture);
}
