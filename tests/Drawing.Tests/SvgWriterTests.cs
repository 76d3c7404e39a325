using System.Xml.Linq;

namespace Qiansi.Drawing.Tests;

/// <summary>What is drawn is well-formed, escaped and independent of the culture.</summary>
public sealed class SvgWriterTests
{
    [Fact]
    public void A_drawing_is_xml_with_a_label_and_hover_titles()
    {
        var svg = new SvgWriter(100, 50, "a < \"b\"")
            .Group("translate(1 2)").Line(0, 0, 1.005, 2, SvgStyle.Grid, "from & to").End()
            .Rect(1, 1, 2, 2, SvgStyle.Filled(Palette.Good), 1).Circle(1, 2, 3).Polyline([(0, 0), (1, 1 / 3.0)], SvgStyle.Line(Palette.Bad))
            .Text(1, 2, "λ < 1 \u0001", "end", 10, rotate: -90);
        foreach (var text in new[] { svg.ToHtml(), svg.ToFile() })
        {
            var root = XElement.Parse(text);
            Assert.Equal("a < \"b\"", root.Attribute("aria-label")!.Value);
            Assert.Equal("0 0 100 50", root.Attribute("viewBox")!.Value);
            Assert.Equal("from & to", root.Descendants().Single(e => e.Name.LocalName == "title").Value);
            Assert.Equal("0,0 1,0.33", root.Descendants().Single(e => e.Name.LocalName == "polyline").Attribute("points")!.Value);
            Assert.Equal("λ < 1 \uFFFD", root.Descendants().Single(e => e.Name.LocalName == "text").Value);
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_has_no_place_is_refused(double value) =>
        Assert.Throws<ArgumentException>(() => new SvgWriter(1, 1, "").Circle(value, 0, 1));

    [Fact]
    public void Groups_have_to_be_closed()
    {
        Assert.Throws<InvalidOperationException>(() => new SvgWriter(1, 1, "").Group().ToHtml());
        Assert.Throws<InvalidOperationException>(() => new SvgWriter(1, 1, "").End());
    }

    [Theory]
    [InlineData("<&>\"", "&lt;&amp;&gt;&quot;")]
    public void Text_is_escaped(string text, string escaped) => Assert.Equal(escaped, MarkupText.Escape(text));

    [Fact]
    public void Halves_of_characters_are_replaced_and_whole_ones_kept() =>
        Assert.Equal("a\uD83D\uDE00\uFFFD", MarkupText.Escape("a\uD83D\uDE00\uD83D"));
}
