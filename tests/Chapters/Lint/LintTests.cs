using System.Text.Json.Nodes;
using Qiansi.Contracts;
using Qiansi.Documents;

namespace Qiansi.Chapters.Lint;

/// <summary>The rules themselves: each is broken once.</summary>
public sealed class LintTests
{
    private static Notebook Of(params Cell[] cells)
    {
        var notebook = new Notebook
        {
            Metadata =
            new JsonObject { ["qiansi"] = new JsonObject { ["title"] = "T", ["minutes"] = 5, ["builds"] = "b" } }
        };
        notebook.Cells.AddRange(cells);
        return notebook;
    }

    private static Cell Text(string markdown) => new(CellKind.Markdown, markdown);

    private static Cell Code(string source, params Output[] outputs) => new(CellKind.Code, source) { Outputs = [.. outputs] };

    private static Output Html(string html) => new DisplayOutput(MimeBundle.Of("text/html", html));

    [Fact]
    public void A_good_notebook_has_no_problems() => Assert.Empty(ChapterLint.Problems(Of(
        Text("# T\n\n```sh\n# no heading\n```"), Text("## A"), Text("### B\n\n![a loss that falls](a.png)"), Text("## C"),
        Code("1 / 2", Html("<svg width='1' aria-label='a loss'><svg "
            + "x='1'></svg></svg><svg><title>loss</title></svg><img src='a' alt='loss'>"))), 100));

    [Theory]
    [InlineData("## A\n\n# B", "does not begin with the title")]
    [InlineData("# A\n\n# B", "2 headings of level 1")]
    [InlineData("# A\n\n### B", "'B' skips a level after 'A'")]
    [InlineData("# A\n\n![](a.png)", "picture without words")]
    [InlineData("# A\n\n<img src='a.png' alt=''>", "picture without words")]
    [InlineData("# A\n\nsee /home/anna/data", "absolute path, /home/a")]
    [InlineData("# A\n\nsee C:\\data", "absolute path, C:\\d")]
    public void A_text_that_breaks_a_rule_is_found(string markdown, string problem) =>
        Assert.Contains(problem, Assert.Single(ChapterLint.Problems(Of(Text(markdown)), 100)));

    [Fact]
    public void An_output_that_breaks_a_rule_is_found()
    {
        var twin = Code("2");
        var problems = ChapterLint.Problems(Of(
            Text("# T"),
            Code(" "),
            Code("1", new ErrorOutput("E", "m", []), Html("<svg viewBox='0 0 1 1'></svg>"),
                new StreamOutput("stdout", new string('x', 70_000)), new StreamOutput("stdout", "in /tmp/x")),
            twin, new Cell(CellKind.Code, "3") { Id = twin.Id }), ChapterLint.MostBytes).ToList();

        foreach (var expected in (string[])["bytes; at most", "is empty", "an error: E", "a drawing without words",
            "characters of text/plain", "absolute path in its output, /tmp/x", "2 cells have the id"])
            Assert.Contains(problems, p => p.Contains(expected));
        Assert.Equal(7, problems.Count);
        Assert.Contains("qiansi {title", Assert.Single(ChapterLint.Problems(new Notebook { Cells = { Text("# T") } }, 1)));
    }

    [Fact]
    public void A_lesson_without_its_parts_is_found()
    {
        var lone = Code("Exercise.Check(\"a\")");
        lone.Metadata["nbgrader"] = new JsonObject { ["grade"] = true, ["solution"] = false, ["grade_id"] = "a", ["points"] = 1 };
        var problems = LessonLint.Problems(Of(Text("# T"), lone)).ToList();

        foreach (var expected in (string[])["'Objectives'", "'Prerequisites'", "'Time'", "there are 1 exercises", "before the check a",
            "'## Questions' has 0", "'## Further reading'", "no slideshow.slide_type", "the talk has 1 slides"])
            Assert.Contains(problems, p => p.Contains(expected));
    }

    private static Cell Lines(int count) => Code(string.Join('\n', Enumerable.Repeat("a();", count)));

    [Fact]
    public void A_chapter_that_is_too_long_is_found()
    {
        var problems = ShapeLint.Problems(Of([
            Text("# T"), Lines(26), Code(new string('x', 101)), Lines(24), .. Enumerable.Repeat(Lines(12), 60)])).ToList();

        string[] all =
            ["63 code cells", "771 lines", "have 12 lines or more", "has 26 lines", "a line of 101 columns",
                "2 words of text and 771 of code"];
        foreach (var expected in all)
            Assert.Contains(problems, p => p.Contains(expected));
        Assert.Equal(6, problems.Count);
        Assert.Empty(ShapeLint.Problems(Of(Text("# A title of some words"), Code("1 + 1"))));
    }
}
