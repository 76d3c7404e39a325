using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Qiansi.Documents;
using Qiansi.Publishing;
using static Qiansi.Publishing.Tests.SampleNotebook;

namespace Qiansi.Publishing.Tests;

public sealed class ImageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Attachments_and_files_are_in_the_page()
    {
        Directory.CreateDirectory(_folder["a b"]);
        File.WriteAllBytes(_folder["a b/图.png"], Convert.FromBase64String(Png));
        File.WriteAllText(_folder["d.svg"], Svg);
        var page = Render(out var warnings, "![one](attachment:x.png) ![two](a%20b/图.png) <img src=\"d.svg\" alt=\"three\" width=\"20\">",
            new JsonObject { ["x.png"] = new JsonObject { ["image/png"] = Png } });
        Assert.Empty(warnings);
        Assert.Equal(["one", "two", "three"], page.QuerySelectorAll("main img").Select(i => i.GetAttribute("alt")));
        Assert.Equal(["data:image/png", "data:image/png", "data:image/svg+xml"],
            page.QuerySelectorAll("main img").Select(i => i.GetAttribute("src")!.Split(';')[0]));
        Assert.Equal("20", page.QuerySelector("img[width]")!.GetAttribute("width"));
    }

    [Fact]
    public void A_missing_image_is_a_link_and_a_warning()
    {
        var page = Render(out var warnings,
            "![a cat](cat.png) ![](attachment:no.png) [![in a link](https://example.org/a.png)](https://example.org/)");
        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.Equal("a cat", page.QuerySelector("a.missing-image[href='cat.png']")!.TextContent);
        Assert.Equal("in a link", page.QuerySelector("a[href='https://example.org/'] span.missing-image")!.TextContent);
        Assert.Collection(warnings,
            w => Assert.Equal($"cell 1: the image cat.png was not found at {_folder["cat.png"]}.", w),
            w => Assert.Equal("cell 1: the image attachment:no.png is not among the cell's attachments (it has none).", w),
            w => Assert.Contains("https://example.org/a.png is on the network", w));
    }

    [Fact]
    public void A_file_that_is_no_image_is_not_carried_away()
    {
        File.WriteAllText(_folder["secret.png"], "password");
        var page = Render(out var warnings, "![x](secret.png)");
        Assert.DoesNotContain(Convert.ToBase64String("password"u8), page.DocumentElement.OuterHtml);
        Assert.Contains("is not an image", Assert.Single(warnings));
    }

    private IHtmlDocument Render(out IReadOnlyList<string> warnings, string markdown, JsonObject? attachments = null)
    {
        var notebook = new Notebook();
        notebook.Cells.Add(new(CellKind.Markdown, markdown) { Attachments = attachments });
        var page = HtmlPage.Render(notebook, new() { SourceFolder = _folder["."] });
        warnings = page.Warnings;
        return new HtmlParser().ParseDocument(page.Html);
    }
}
