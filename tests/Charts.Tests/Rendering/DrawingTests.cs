using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Qiansi.Charts.Output;
using Qiansi.Contracts;

namespace Qiansi.Charts.Tests.Rendering;

/// <summary>Every kind of chart, drawn.</summary>
public sealed class DrawingTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Kinds => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_drawing_is_as_before(string kind) => Snapshot.Same(kind + ".svg", Samples.All[kind]().ToSvg());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_drawing_is_well_formed_runs_nothing_and_keeps_within_its_frame(string kind)
    {
        var root = XDocument.Parse(Samples.All[kind]().ToHtml()).Root!;
        Assert.Equal(Svg + "svg", root.Name);
        Assert.Equal("img", (string?)root.Attribute("role"));
        Assert.DoesNotContain(root.DescendantsAndSelf(), e => e.Name.LocalName is "script" or "foreignObject" or "style");
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(),
            a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || a.Value.Contains("NaN") || a.Value.Contains("Infinity"));
        var (width, height) = (Number(root, "width"), Number(root, "height"));
        foreach (var text in root.Descendants(Svg + "text"))
        {
            Assert.InRange(Number(text, "x"), 0, width);
            Assert.InRange(Number(text, "y"), 6, height);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Horizontal_texts_do_not_run_over_the_edges(string kind)
    {
        var root = XDocument.Parse(Samples.All[kind]().ToSvg()).Root!;
        var width = Number(root, "width");
        foreach (var text in root.Descendants(Svg + "text").Where(t => t.Attribute("transform") is null))
        {
            var words = string.Concat(text.Nodes().OfType<XText>().Select(n => n.Value));
            var length = Drawing.TextWidth.Of(words, text.Attribute("font-size") is null ? 12 : Number(text, "font-size"));
            var left =
                Number(text, "x") - (string?)text.Attribute("text-anchor") switch { "middle" => length / 2, "end" => length, _ => 0 };
            Assert.True(left >= -2 && left + length <= width + 2,
                $"\"{words}\" reaches from {left:0} to {left + length:0} in a drawing of {width}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_renderings_are_small_and_say_the_same(string kind)
    {
        var chart = Samples.All[kind]();
        var bundle = ((IRendered)chart).Bundle;
        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], bundle.Select(b => b.Key));
        Assert.All(bundle, b => Assert.True(Encoding.UTF8.GetByteCount(b.Value) <= ChartBundle.Most));
        using var figure = JsonDocument.Parse(bundle[ChartBundle.Plotly]!);
        Assert.Equal(chart.Traces.Count, figure.RootElement.GetProperty("data").GetArrayLength());
        Assert.Equal(chart.Traces.Count,
            bundle["text/plain"]!.Split('\n').Count(l => chart.Traces.Any(t => l.StartsWith(t.Type, StringComparison.Ordinal))));
    }

    [Fact]
    public void Front_ends_write_small_numbers_as_the_drawing_does()
    {
        using var figure = JsonDocument.Parse(((IRendered)Chart.Line(new[] { 1, 2 }, new[] { 1e-4, 2e-4 })).Bundle[ChartBundle.Plotly]!);
        var template = figure.RootElement.GetProperty("layout").GetProperty("template");
        Assert.Equal("power", template.GetProperty("layout").GetProperty("yaxis").GetProperty("exponentformat").GetString());
        Assert.Equal("plain", template.GetProperty("layout").GetProperty("meta").GetString()); // gives way to the lab's theme
        var colors = template.GetProperty("data").GetProperty("heatmap")[0].GetProperty("colorbar");
        Assert.Equal("power", colors.GetProperty("exponentformat").GetString());
        var own = Chart.Line(new[] { 1, 2 }, new[] { 1e-4, 2e-4 });
        own.Layout["template"] = new PlotlyObject { ["layout"] = new PlotlyObject() };
        Assert.DoesNotContain("exponentformat", own.ToJson());
    }

    [Fact]
    public void Texts_and_colours_of_others_stay_texts_and_colours()
    {
        var svg = Samples.All["hostile"]().ToSvg();
        Assert.DoesNotContain("<script", svg);
        Assert.DoesNotContain("onload", svg);
        Assert.Contains("a &lt; b &amp; c bold", svg);
    }

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
