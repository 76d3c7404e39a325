using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Qiansi.Drawing;
using Qiansi.Trees.Figures;

namespace Qiansi.Trees.Tests;

/// <summary>Every rendering: well-formed, small, without script, legible; and exactly as it was looked at.</summary>
public sealed partial class RenderingTests
{
    public static TheoryData<string> Samples { get; } = new(Pictures().Keys);

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_rendering_is_the_one_that_was_looked_at(string name)
    {
        var picture = Pictures()[name];
        Snapshot.Same(name + ".html", WithoutIds(Html(picture)));
        Snapshot.Same(name + ".txt", picture.ToString()!);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_rendering_is_well_formed_and_has_no_script(string name)
    {
        var html = Html(Pictures()[name]);
        var root = XElement.Parse($"<x>{html}</x>");
        Assert.All(root.Descendants(), e =>
        {
            Assert.DoesNotContain(e.Name.LocalName, new[] { "script", "iframe", "object", "link", "foreignObject" });
            Assert.DoesNotContain(e.Attributes(),
                a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || a.Value.Contains("url(", StringComparison.Ordinal));
        });
        var drawings = root.Descendants().Where(e => e.Name.LocalName == "svg").ToArray();
        Assert.NotEmpty(drawings);
        Assert.All(drawings, svg => Assert.NotEqual("", svg.Attribute("aria-label")?.Value));
        if (Pictures()[name] is Trees.Pictures.NodePicture picture) Assert.NotNull(XElement.Parse(picture.ToSvg()));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(5000)]
    public void No_rendering_is_larger_than_64_KiB(int nodes)
    {
        // Long labels, tooltips and edge labels of characters that take three bytes.
        var label = new string('木', 60);
        var tree = Tree.Of(0, i => Enumerable.Range(i * 3 + 1, 3).Where(c => c < nodes), i => $"{label}\n{label}", i => label)
            .WithTooltip(_ => new string('<', 1000)).Keep(nodes);
        var graph = Graph.Of(Enumerable.Range(0, nodes).ToList(), Enumerable.Range(1, nodes - 1).Select(i => (i / 2, i, label)),
            _ => label).Keep(Math.Min(nodes, 600));
        var film = Film.Of(Enumerable.Range(0, 200), i => tree.Keep(20), i => $"step {i}");
        foreach (var text in new[] { tree.ToHtml(), tree.ToString(), graph.ToHtml(), graph.ToString(), film.ToHtml(), film.ToString() })
            Assert.InRange(Encoding.UTF8.GetByteCount(text), 100, 64 * 1024);
    }

    /// <summary>Labels on tints are ink; the tints are light enough on white pages and dark enough on dark ones.
    /// On scales text is black or white.</summary>
    [Fact]
    public void Text_has_the_contrast_that_WCAG_asks_for()
    {
        foreach (var (paper, ink) in new[] { ("#ffffff", "#212121"), ("#fdfcf8", "#23211d"),
            ("#111111", "#e0e0e0"), ("#17181b", "#dcd8cf") })
        {
            var (background, text) = (Rgb.Parse(paper), Rgb.Parse(ink));
            foreach (var tint in Palette.Categories.Append(FigureColors.Of(Mark.Current)!.Value).Append(FigureColors.Of(Mark.Done)!.Value))
            {
                var box = background.Towards(tint, 0.17);
                Assert.True(text.Contrast(box) >= 4.5, $"{ink} on {box}");
                Assert.True(box.Towards(text, 0.8).Contrast(box) >= 4.5, $"second line on {box}");
            }

            Assert.True(background.Towards(text, 0.65).Contrast(background) >= 4.5, $"what is cut off on {paper}");
        }

        foreach (var scale in new[] { ColorScale.Viridis, ColorScale.Diverging })
            for (var i = 0; i <= 100; i++)
                Assert.True(scale.At(i / 100.0) is var color && color.Contrast(color.TextOnTop) >= 4.5, $"{scale.Name} at {i} %");
    }

    private static Dictionary<string, object> Pictures()
    {
        var search = SearchNode.Of(50, 30, 70, 20, 40, 60, 10, 65);
        var keys = new[] { 5, 2, 8, 1 };
        var insertions = new Film("Insertions");
        var growing = new SearchNode(keys[0]);
        foreach (var key in keys)
        {
            if (key != keys[0]) growing.Insert(key);
            insertions.Add(Tree.Of(growing, n => [n.Left, n.Right], n => $"{n.Key}").WithMark(n => n.Key == key ? Mark.Current : Mark.None),
                $"insert {key}");
        }

        return new()
        {
            ["search-tree"] = Tree.Of(search, n => [n.Left, n.Right], n => $"{n.Key}").WithMark(n =>
                n.Key is 50 or 30 ? Mark.Done : n.Key == 40 ? Mark.Current : n.Key is 70 or 60 or 65 ? Mark.Faded : Mark.None),
            ["b-tree"] = Tree.Of(new[] { 0 }, n => n[0] == 0 ? [[1, 4], [20], [30, 31, 39]] : null)
                .WithCells(n => n[0] == 0 ? [7, 25] : n.Cast<object?>()),
            ["game"] = Tree.Of("", m => m.Length < 2 ? [m + "a", m + "b", m + "c"] : null, m => $"{m}\n{m.Length * 10}", m => m[^1..])
                .WithShape(m => m.Length % 2 == 0 ? NodeShape.Up : NodeShape.Down).WithColor(m => m.Sum(c => c - 'b'), "value")
                .WithEdgeWidth((_, m) => m.Length * 10, "visits").WithTooltip(m => $"after <{m}>").Keep(9),
            ["json"] = Tree.Of(System.Text.Json.JsonDocument.Parse("""{"a":[1,2],"b":"<text>"}""")),
            ["autograd"] = Graph.Of(
                [new("loss\nscalar") { Category = "output", Tooltip = "0.69" }, new("addmm") { Category = "operation" },
                    new("w\n[10, 4]") { Category = "parameter" }, new("x\n[8, 10]") { Category = "input" },
                    new("view") { Category = "operation" }],
                [new(0, 1) { Label = "[8, 4]", Tooltip = "‖g‖ 0.3" }, new(1, 2) { Label = "[10, 4]" }, new(1, 4) { Label = "[8, 10]" },
                    new(4, 3) { Label = "[8, 10]" }]),
            ["cycle"] = Graph.Of(["start", "test", "step", "end"], [(0, 1), (1, 2), (2, 1), (1, 3), (2, 2)]).Rightwards(),
            ["insertions"] = insertions,
        };
    }

    private static string Html(object picture) => picture is Film film ? film.ToHtml() : ((Trees.Pictures.NodePicture)picture).ToHtml();

    private static string WithoutIds(string html) => Ids().Replace(html, "film00000000");

    [GeneratedRegex("film[0-9a-f]{8}")]
    private static partial Regex Ids();
}
