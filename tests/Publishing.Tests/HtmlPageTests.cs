using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Qiansi.Documents;
using Qiansi.Publishing;
using Qiansi.Publishing.Formulas;
using static Qiansi.Publishing.Tests.SampleNotebook;

namespace Qiansi.Publishing.Tests;

public sealed partial class HtmlPageTests
{
    private static readonly HtmlPageOptions Plain = new() { Typesetter = new Typesetter("", "") };

    [Fact]
    public void A_page_fetches_nothing_and_runs_nothing()
    {
        var html = HtmlPage.Render(Create(), Plain).Html;
        var document = new HtmlParser().ParseDocument(html);
        Assert.Empty(document.Scripts);
        Assert.Empty(document.QuerySelectorAll("link, iframe, object, embed, base"));
        Assert.All(document.QuerySelectorAll("[src]"), e => Assert.StartsWith("data:", e.GetAttribute("src")));
        Assert.All(document.QuerySelectorAll("[href]:not(a)"), e => Assert.StartsWith("#", e.GetAttribute("href")));
        Assert.All(
            document.All, e => Assert.DoesNotContain(e.Attributes, a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        Assert.All(FetchingStyle().Matches(html).Cast<Match>(), m => Assert.StartsWith("data:", m.Groups[1].Value));
        Assert.DoesNotContain("@import", html);
        Assert.Contains("default-src 'none'",
            document.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content"));
    }

    [Fact]
    public void Writing_a_page_twice_gives_the_same_bytes() =>
        Assert.Equal(HtmlPage.Render(Create(), Plain).Html, HtmlPage.Render(Create(), Plain).Html);

    [Fact]
    public void The_title_and_the_contents_come_from_the_headings()
    {
        var page = Render(MarkdownCell("# A *title* with $x$"), MarkdownCell("## One\ntext\n### Deep\n## Two\n#### Too deep"));
        Assert.Equal("A title with $x$", page.Title);
        Assert.Equal(["One", "Deep", "Two"], page.QuerySelectorAll(".contents a").Select(a => a.TextContent));
        Assert.Equal("Deep", page.QuerySelector(".contents ol ol a")!.TextContent);
        Assert.All(page.QuerySelectorAll(".contents a"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
    }

    [Fact]
    public void Links_to_headings_arrive_whether_written_for_Jupyter_or_for_GitHub()
    {
        var page = Render(MarkdownCell("# Über the graph!"), MarkdownCell("## Same\n## Same\n## 反向传播"));
        foreach (var id in new[] { "Über-the-graph!", "über-the-graph", "Same", "Same-2", "反向传播" }) Assert.NotNull(page.GetElementById(id));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public void A_page_without_headings_is_named_after_its_file()
    {
        var page = Parse(HtmlPage.Render(Of(MarkdownCell("text")), Plain with { SourceName = "my notes.ipynb" }).Html);
        Assert.Equal("my notes", page.Title);
        Assert.Equal("my notes", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector(".contents"));
    }

    [Fact]
    public void Markdown_has_what_GitHub_and_textbooks_have()
    {
        var page = Render(MarkdownCell("""
            | a | b |
            |---|--:|
            | $|x|$ | ~~old~~ |

            - [x] done

            term
            :   definition

            text[^1] and :smile:

            [^1]: note

            > [!WARNING]
            > careful

            *[HTML]: HyperText

            HTML
            """));
        Assert.Equal("|x|", page.QuerySelector("td .tex")!.TextContent);
        foreach (var selector in new[] { "del", "li input[type=checkbox][checked]", "dl dd", ".footnotes li", ".markdown-alert-warning",
            "abbr[title=HyperText]", "td[style*=right]" })
            Assert.True(page.QuerySelector(selector) is not null, selector);
        Assert.Contains(":smile:", page.Body!.TextContent);
    }

    [Fact]
    public void Footnotes_of_two_cells_do_not_mix()
    {
        var page = Render(MarkdownCell("a[^1]\n\n[^1]: first"), MarkdownCell("b[^1]\n\n[^1]: second"));
        var targets =
            page.QuerySelectorAll("a.footnote-ref").Select(a => page.GetElementById(a.GetAttribute("href")![1..])!.TextContent).ToList();
        Assert.Collection(targets, t => Assert.Contains("first", t), t => Assert.Contains("second", t));
    }

    [Fact]
    public void Formulas_in_code_and_addresses_stay_as_they_were_written()
    {
        var page = Render(MarkdownCell("`a $x$`\n\n    indented $y$\n\n[link](https://example.org/?$a$) <b title=\"$t$\">$z$</b>"));
        Assert.Equal("a $x$", page.QuerySelector("p code:not(.tex)")!.TextContent);
        Assert.Contains("indented $y$", page.QuerySelector("pre.code")!.TextContent);
        Assert.Equal("https://example.org/?$a$", page.QuerySelector("p a[href]")!.GetAttribute("href"));
        Assert.Equal("$t$", page.QuerySelector("b")!.GetAttribute("title"));
        Assert.Equal("z", page.QuerySelector("b .tex")!.TextContent);
    }

    [Fact]
    public void Tags_hide_and_remove()
    {
        var page = Render(
            Tagged("remove-cell"), Tagged("remove-input"), Tagged("remove-output"), Tagged("hide-input"), Tagged("hide-output"),
            Tagged("hide-cell"), Tagged("solution"));
        Assert.DoesNotContain("code of remove-cell", page.Body!.TextContent);
        Assert.DoesNotContain("code of remove-input", page.Body!.TextContent);
        Assert.Contains("output of remove-input", page.Body!.TextContent);
        Assert.DoesNotContain("output of remove-output", page.Body!.TextContent);
        Assert.Equal("Show code", Folded("code of hide-input"));
        Assert.Equal("Show output", Folded("output of hide-output"));
        Assert.Equal("Show cell", Folded("code of hide-cell"));
        Assert.Equal("Solution", Folded("output of solution"));

        string Folded(string text) =>
            Assert.Single(page.QuerySelectorAll("details"), d => d.TextContent.Contains(text)).QuerySelector("summary")!.TextContent;
        static Cell Tagged(string tag) =>
            new(CellKind.Code, $"// code of {tag}") { Tags = [tag], Outputs = [new StreamOutput("stdout", $"output of {tag}")] };
    }

    [Fact]
    public void Prompts_and_languages_are_not_part_of_the_code()
    {
        var page = Render(new Cell(CellKind.Code, "#!html\n<b>x</b>") { ExecutionCount = 12 });
        Assert.Equal("12", page.QuerySelector(".input")!.GetAttribute("data-count"));
        Assert.Equal("html", page.QuerySelector("pre.code")!.GetAttribute("data-language"));
        Assert.Equal("<b>x</b>", page.QuerySelector("pre.code")!.TextContent);
    }

    [Fact]
    public void A_Chinese_notebook_says_so() =>
        Assert.Equal("zh-Hans", Render(MarkdownCell("神经网络与反向传播 network")).DocumentElement.GetAttribute("lang"));

    private static IHtmlDocument Render(params Cell[] cells) => Parse(HtmlPage.Render(Of(cells), Plain).Html);

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static Notebook Of(params Cell[] cells)
    {
        var notebook = new Notebook();
        notebook.Cells.AddRange(cells);
        return notebook;
    }

    [GeneratedRegex(@"url\(\s*[""']?([^)""']*)")]
    private static partial Regex FetchingStyle();
}
