using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Qiansi.Documents;
using Qiansi.Publishing;
using Qiansi.Publishing.Formulas;
using Qiansi.Publishing.Slides;

namespace Qiansi.Publishing.Tests.Slides;

public sealed class SlidesPageTests
{
    private static readonly HtmlPageOptions Plain = new() { Typesetter = new Typesetter("", "") };

    [Fact]
    public void Slides_fetch_nothing_and_bring_no_script_of_an_output()
    {
        var document = Render(SampleNotebook.Create());
        Assert.Equal(["R", "N"], document.Scripts.Take(2).Select(s => s.Text.Trim()));
        Assert.Equal(3, document.Scripts.Length);
        Assert.Empty(document.QuerySelectorAll("link, iframe, object, embed, base, [onclick]"));
        Assert.All(document.QuerySelectorAll("[src]"), e => Assert.StartsWith("data:", e.GetAttribute("src")));
        Assert.Contains("default-src 'none'",
            document.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content"));
    }

    [Fact]
    public void Every_section_is_a_slide()
    {
        var document = Render(SampleNotebook.Create());
        Assert.NotEmpty(document.QuerySelectorAll(".slides > section > section"));
        Assert.All(document.QuerySelectorAll("section"),
            s => Assert.True(s.ParentElement!.ClassName == "slides" || s.ParentElement.ParentElement!.ClassName == "slides"));
        Assert.All(document.QuerySelectorAll(".cell"), c => Assert.Equal("div", c.LocalName));
        Assert.DoesNotContain("never shown", document.Body!.TextContent);
    }

    [Fact]
    public void Fragments_and_notes_are_marked_for_reveal()
    {
        var notebook = new Notebook();
        foreach (var (text, type) in new[] { ("Shown", "slide"), ("Later", "fragment"), ("Say this", "notes") })
            notebook.Cells.Add(
                new(CellKind.Markdown, text) { Metadata = new JsonObject { ["slideshow"] = new JsonObject { ["slide_type"] = type } } });
        var slide = Assert.Single(Render(notebook).QuerySelectorAll(".slides > section"));
        Assert.Equal("Later", slide.QuerySelector(".fragment")!.TextContent.Trim());
        Assert.Equal("Say this", slide.QuerySelector("aside.notes")!.TextContent.Trim());
    }

    [Fact]
    public void Long_code_does_not_push_its_picture_out_of_sight()
    {
        var notebook = new Notebook();
        Output text = new StreamOutput("stdout", "done"), picture = new DisplayOutput(Contracts.MimeBundle.Of("text/html", "<p>done</p>"));
        foreach (var (lines, output) in new (int, Output?)[] { (14, text), (15, text), (7, picture), (8, picture), (15, null) })
            notebook.Cells.Add(
                new(CellKind.Code, string.Join('\n', Enumerable.Repeat("x++;", lines))) { Outputs = output is null ? [] : [output] });
        var cells = Render(notebook).QuerySelectorAll(".cell");
        Assert.Equal([false, true, false, true, false], cells.Select(c => c.QuerySelector("details.input-fold") is not null));
        Assert.Equal(4, cells.Count(c => c.QuerySelector(".outputs")?.TextContent.Contains("done") == true));
    }

    [Fact]
    public void Scripts_cannot_end_their_element()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["reveal"]);
        File.WriteAllText(folder["reveal/reveal.js"], "a = '<!-- </SCRIPT>'");
        File.WriteAllText(folder["reveal/notes.js"], "");
        File.WriteAllText(folder["reveal/reveal.css"], "");
        Assert.Equal(@"a = '<\!-- <\/script>'", RevealFiles.Read(folder[""]).Script);
    }

    [Fact]
    public void Without_reveal_the_error_says_why_and_what_to_do()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["problem.txt"], "npm ended with exit code 1\n");
        var error = Assert.Throws<FileNotFoundException>(() => RevealFiles.Read(folder[""]));
        Assert.Contains("npm ended with exit code 1", error.Message);
    }

    private static IHtmlDocument Render(Notebook notebook) =>
        new HtmlParser().ParseDocument(SlidesPage.Render(notebook, Plain, new("R", "N", "")).Html);
}
