using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Qiansi.Documents;
using Qiansi.Publishing;
using Qiansi.Publishing.Formulas;
using static Qiansi.Publishing.Tests.SampleNotebook;

namespace Qiansi.Publishing.Tests;

public sealed class OutputTests
{
    [Fact]
    public void Parts_of_a_stream_are_one_text()
    {
        var page = Render(out _, new StreamOutput("stdout", "10%"), new StreamOutput("stdout", "\r100%\n"),
            new StreamOutput("stderr", "late\n"));
        Assert.Equal("100%", page.QuerySelector(".stream:not(.stderr) pre")!.TextContent);
        Assert.Equal("late", page.QuerySelector(".stderr pre")!.TextContent);
    }

    [Fact]
    public void Long_text_is_folded_and_complete()
    {
        var text = string.Join('\n', Enumerable.Range(1, 1500));
        var page = Render(out _, new StreamOutput("stdout", text));
        Assert.Equal("1,480 more lines", page.QuerySelector("details.more summary")!.TextContent);
        Assert.Equal(text, string.Join('\n', page.QuerySelectorAll(".output pre").Select(p => p.TextContent)));
    }

    [Fact]
    public void An_error_has_its_name_its_message_once_and_its_trace()
    {
        var page = Render(
            out _, new ErrorOutput("ArgumentException", "no\nway", ["\e[31mArgumentException: no\e[0m", "way", "   at F() in Cell 1"]));
        Assert.Equal("ArgumentException", page.QuerySelector(".error strong")!.TextContent);
        Assert.Equal("no\nway", page.QuerySelector(".error-message")!.TextContent);
        Assert.Equal("   at F() in Cell 1", page.QuerySelector(".error pre")!.TextContent);
    }

    [Theory]
    [InlineData("image/png", Png)]
    [InlineData("image/jpeg", "/9j/4AAQSkZJRg==")]
    [InlineData("image/gif", "R0lGODlhAQABAAAAACw=")]
    public void Pictures_are_in_the_page(string mediaType, string base64)
    {
        var page = Render(out _, Display((mediaType, base64), ("text/plain", "a \"map\"")));
        var image = page.QuerySelector("img")!;
        Assert.Equal($"data:{mediaType};base64,{base64}", image.GetAttribute("src"));
        Assert.Equal("a \"map\"", image.GetAttribute("alt"));
    }

    [Fact]
    public void A_drawing_cannot_run_its_script()
    {
        var page = Render(out _, Display(("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")));
        Assert.StartsWith("data:image/svg+xml;base64,", page.QuerySelector(".output img")!.GetAttribute("src"));
        Assert.Empty(page.Scripts);
    }

    [Fact]
    public void Size_hints_are_kept()
    {
        var metadata = new System.Text.Json.Nodes.JsonObject
        {
            ["image/png"] =
            new System.Text.Json.Nodes.JsonObject { ["width"] = 320, ["height"] = "wide" }
        };
        var page = Render(out _, new DisplayOutput(Contracts.MimeBundle.Of("image/png", Png), metadata));
        Assert.Equal("320", page.QuerySelector("img")!.GetAttribute("width"));
        Assert.Null(page.QuerySelector("img")!.GetAttribute("height"));
    }

    [Theory]
    [InlineData(
        "<svg xmlns='http://www.w3.org/2000/svg'><style>@media (prefers-color-scheme: dark) { svg { color: white } }</style></svg>", true)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", false)]
    public void A_drawing_that_knows_dark_pages_gets_no_light_card(string svg, bool adapts)
    {
        var words = string.Join(' ', Enumerable.Repeat("a loss that falls", 40));
        var picture = Render(out _, Display(("image/svg+xml", svg), ("text/plain", words))).QuerySelector("img.picture")!;
        Assert.Equal(adapts, picture.ClassList.Contains("adaptive"));
        Assert.StartsWith("a loss that falls", picture.GetAttribute("alt"));
        Assert.Equal(300, picture.GetAttribute("alt")!.Length);
    }

    [Theory]
    [InlineData("image/png", Png, "img", false)]
    [InlineData("text/html", "<table><tr><td>1</td></tr></table>", "table", false)]
    [InlineData("text/plain", "a curve", "pre", true)]
    public void A_Plotly_figure_shows_its_stand_in_and_words_with_a_note(string mediaType, string text, string selector, bool noted)
    {
        var page = Render(out var warnings, Display(("application/vnd.plotly.v1+json", "{}"), (mediaType, text)));
        Assert.NotNull(page.QuerySelector($".output {selector}"));
        Assert.Equal(noted, page.QuerySelector(".note")?.TextContent.Contains("interactive figure") ?? false);
        Assert.Empty(warnings);
    }

    [Fact]
    public void A_drawing_of_ours_takes_the_colours_of_the_page_and_keeps_its_words_for_the_pointer()
    {
        var drawing = new Drawing.SvgWriter(40, 20, "a line").Line(0, 0, 40, 20, Drawing.SvgStyle.Axis, "the words").ToFile();
        var page = Render(out var warnings,
            Display(("application/vnd.plotly.v1+json", "{}"), ("image/svg+xml", drawing), ("text/plain", "in words")));
        var svg = page.QuerySelector(".output .drawing svg")!;
        Assert.Equal("the words", svg.QuerySelector("line title")!.TextContent);
        Assert.Null(svg.QuerySelector("style"));
        Assert.Null(svg.GetAttribute("style"));
        Assert.Null(page.QuerySelector(".output img"));
        Assert.Empty(warnings);
    }

    [Fact]
    public void A_figure_without_stand_in_is_named()
    {
        Render(out var warnings,
            Display(("application/vnd.plotly.v1+json", "{}"), ("text/html", "<div id=\"p\"></div><script>draw()</script>")));
        Assert.Contains("cell 1: an interactive figure brings no picture for pages without script.", warnings);
    }

    [Fact]
    public void Html_that_is_only_a_script_gives_way_to_the_text()
    {
        var page = Render(out _, Display(("text/html", "<div id=x></div><script>draw()</script>"), ("text/plain", "in words")));
        Assert.Equal("in words", page.QuerySelector(".output pre")!.TextContent);
    }

    [Fact]
    public void Json_is_indented_and_Markdown_rendered()
    {
        var page = Render(out _, Display(("application/json", "{\"a\":[1]}")),
            Display(("text/markdown", "**b** $x$\n# no entry\n# no entry")), Display(("text/latex", "\\frac12")));
        Assert.Equal("{\n  \"a\": [\n    1\n  ]\n}", page.QuerySelector(".output pre")!.TextContent);
        Assert.Equal("b", page.QuerySelector(".output .prose strong")!.TextContent);
        Assert.Null(page.QuerySelector(".contents"));
        Assert.Equal("\\frac12", page.QuerySelector(".output > .tex-display")!.TextContent);
    }

    [Fact]
    public void Trusted_html_stays_as_it_is_and_cannot_swallow_the_page()
    {
        var page = Render(out var warnings, trusted: true,
            Display(("text/html", "<div><b onclick=\"f()\">x<script src=\"https://example.org/a.js\"></script>")),
            new StreamOutput("stdout", "after"));
        Assert.NotNull(page.QuerySelector("b[onclick]"));
        Assert.Single(page.Scripts);
        Assert.Null(page.QuerySelector("meta[http-equiv]"));
        Assert.Equal("after", page.QuerySelector(".outputs > .stream pre")!.TextContent);
        Assert.Contains("https://example.org/a.js", Assert.Single(warnings));
    }

    [Fact]
    public void A_script_output_is_shown_not_run()
    {
        var page = Render(out _, Display(("application/javascript", "alert(1)")));
        Assert.Empty(page.Scripts);
        Assert.Equal("alert(1)", page.QuerySelector("details pre")!.TextContent);
    }

    [Fact]
    public void A_formula_cannot_be_called_into_an_attribute()
    {
        var notebook = new Notebook();
        notebook.Cells.AddRange([
            MarkdownCell("$x$ <i title=\"&#xFDD1;0&#xFDD2;\">a</i>"),
            CodeCell("1", 1, Display(("text/html", "<b title=\"&#xFDD1;0&#xFDD2;\">b</b>")),
                Display(("image/png", Png), ("text/plain", "\uFDD10\uFDD2"))),
        ]);
        var page = new HtmlParser().ParseDocument(HtmlPage.Render(notebook, new() { Typesetter = new Typesetter("", "") }).Html);
        Assert.Equal("$x$", page.QuerySelector("i")!.GetAttribute("title"));
        Assert.Equal("\uFFFD0\uFDD2", page.QuerySelector("b")!.GetAttribute("title"));
        Assert.Equal("\uFFFD0\uFDD2", page.QuerySelector("img")!.GetAttribute("alt"));
    }

    [Fact]
    public void Outputs_of_an_unknown_type_are_shown_by_their_data_or_as_JSON()
    {
        var file =
            """{"cells":[{"cell_type":"code","source":[],"metadata":{},"outputs":[{"output_type":"unknown","data":{"text/plain":["one\n","two"]}},{"output_type":"later","x":1}]}],"metadata":{},"nbformat":4,"nbformat_minor":2}""";
        var page = Render(out var warnings, [.. Notebook.Parse(file, NotebookFormat.Ipynb, "a.ipynb").Cells[0].Outputs]);
        Assert.Equal("one\ntwo", page.QuerySelector(".output pre")!.TextContent);
        Assert.Contains("\"x\": 1", page.QuerySelectorAll(".output pre")[1].TextContent);
        Assert.Contains("'later'", Assert.Single(warnings));
    }

    private static IHtmlDocument Render(out IReadOnlyList<string> warnings, params Output[] outputs) =>
        Render(out warnings, trusted: false, outputs);

    private static IHtmlDocument Render(out IReadOnlyList<string> warnings, bool trusted, params Output[] outputs)
    {
        var notebook = new Notebook();
        notebook.Cells.Add(CodeCell("1", 1, outputs));
        var page = HtmlPage.Render(notebook, new() { Trusted = trusted, Typesetter = new Typesetter("", "") });
        warnings = page.Warnings;
        return new HtmlParser().ParseDocument(page.Html);
    }
}
