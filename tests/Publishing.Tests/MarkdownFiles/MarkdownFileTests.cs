using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Qiansi.Documents;
using Qiansi.Publishing.MarkdownFiles;
using static Qiansi.Publishing.Tests.SampleNotebook;

namespace Qiansi.Publishing.Tests.MarkdownFiles;

public sealed class MarkdownFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cells_and_outputs_are_fences_pictures_and_tables()
    {
        var notebook = new Notebook();
        notebook.Cells.AddRange([
            MarkdownCell("# Title\n\ntext"),
            CodeCell("var a = \"```\";", 1, new StreamOutput("stdout", "1\r2\n"), Result(1, ("image/png", Png), ("text/plain", "a [map]"))),
            CodeCell(
                "t", 2, Display(("text/html", "<style>a{}</style>\n\n<table>\n\n<tr><td>1</td></tr></table>"), ("text/plain", "1 row"))),
            new(CellKind.Code, "select 1", "sql"),
        ]);
        Assert.Empty(MarkdownWriter.Write(notebook, _folder["note.md"]));
        Assert.Equal("""
            # Title

            text

            ````csharp
            var a = "```";
            ````

            <!-- output -->

            ```text
            2
            ```

            ![a \[map\]](note_files/output-2-2.png)

            <!-- /output -->

            ```csharp
            t
            ```

            <!-- output -->

            <table>
            <tbody><tr><td>1</td></tr></tbody></table>

            <!-- /output -->

            ```sql cell
            select 1
            ```

            """.ReplaceLineEndings("\n"), File.ReadAllText(_folder["note.md"]));
        Assert.Equal(Convert.FromBase64String(Png), File.ReadAllBytes(_folder["note_files/output-2-2.png"]));
    }

    [Fact]
    public void Pictures_can_stay_in_the_text()
    {
        var notebook = new Notebook();
        notebook.Cells.Add(CodeCell("x", 1, Display(("image/png", Png))));
        MarkdownWriter.Write(notebook, _folder["a.md"], new() { InlineImages = true });
        Assert.Contains($"![Output of the cell](data:image/png;base64,{Png})", File.ReadAllText(_folder["a.md"]));
        Assert.False(Directory.Exists(_folder["a_files"]));
    }

    [Fact]
    public void Pictures_inside_html_become_files()
    {
        const string grid = "<div><svg viewBox='0 0 2 1' width='20' aria-label='heat'><rect width='1' height='1'></rect></svg><img "
            + "src='data:image/png;base64,"
            + Png + "' alt='seven'><div>7</div></div>";
        var notebook = new Notebook();
        notebook.Cells.Add(CodeCell("x", 1, Display(("text/html", grid), ("text/plain", "2 images"))));
        Assert.Empty(MarkdownWriter.Write(notebook, _folder["a.md"]));
        var text = File.ReadAllText(_folder["a.md"]);
        Assert.Contains("<img width=\"20\" alt=\"heat\" src=\"a_files/output-1-1.svg\"><img src=\"a_files/output-1-1-2.png\" "
            + "alt=\"seven\"><div>7</div>", text);
        Assert.Equal("http://www.w3.org/2000/svg",
            System.Xml.Linq.XDocument.Load(_folder["a_files/output-1-1.svg"]).Root!.Name.NamespaceName);
        Assert.Equal(Convert.FromBase64String(Png), File.ReadAllBytes(_folder["a_files/output-1-1-2.png"]));
    }

    [Fact]
    public void Base64_is_read_as_browsers_read_it()
    {
        var notebook = new Notebook();
        notebook.Cells.Add(CodeCell("x", 1, Display(("image/png", Png.TrimEnd('=').Insert(4, "\n"))),
            Display(("image/png", "not base64!"), ("text/plain", "words"))));
        notebook.Cells.Add(new(CellKind.Markdown,
            "![a](attachment:p.png)")
        { Attachments = new JsonObject { ["p.png"] = new JsonObject { ["image/png"] = Png.TrimEnd('=') } } });
        Assert.Contains("cell 1: a picture of type image/png is left out", Assert.Single(MarkdownWriter.Write(notebook, _folder["a.md"])));
        Assert.Equal(Convert.FromBase64String(Png), File.ReadAllBytes(_folder["a_files/output-1-1.png"]));
        Assert.Equal(Convert.FromBase64String(Png), File.ReadAllBytes(_folder["a_files/attachment-2-p.png"]));
        Assert.Contains("words", File.ReadAllText(_folder["a.md"]));
    }

    [Fact]
    public void Attachments_and_relative_images_are_found_from_the_new_place()
    {
        var notebook = new Notebook();
        notebook.Cells.Add(new(
            CellKind.Markdown, "![a](attachment:p%20q.png \"t\") `![b](c.png)` ![d](img/e.png) ![f](https://example.org/g.png)")
        {
            Attachments = new JsonObject { ["p q.png"] = new JsonObject { ["image/png"] = Png } },
        });
        MarkdownWriter.Write(notebook, _folder["out/a.md"], new() { SourceFolder = _folder["."] });
        Assert.Equal("![a](a_files/attachment-1-p-q.png \"t\") `![b](c.png)` ![d](../img/e.png) ![f](https://example.org/g.png)\n",
            File.ReadAllText(_folder["out/a.md"]));
        Assert.True(File.Exists(_folder["out/a_files/attachment-1-p-q.png"]));
    }

    [Theory]
    [InlineData("text\n\n```csharp\n1+1\n```\n\nmore", "M:text|C:1+1|M:more")]
    [InlineData("```cs\na\n\nb\n```", "C:a\n\nb")]
    [InlineData("```C#\r\na\r\n```", "C:a")]
    [InlineData("~~~~csharp\n~~~\n~~~~", "C:~~~")]
    [InlineData("```python\nx\n```", "M:```python\nx\n```")]
    [InlineData("```python cell\nx\n```", "C(python):x")]
    [InlineData("- list\n  ```csharp\n  x\n  ```", "M:- list\n  ```csharp\n  x\n  ```")]
    [InlineData("```text\n```csharp\n```", "M:```text\n```csharp\n```")]
    [InlineData("```csharp\nnever closed", "C:never closed")]
    [InlineData("a\n\n<!-- cell -->\n\nb", "M:a|M:b")]
    [InlineData("a\n<!-- output -->\nx\n<!-- /output -->\nb", "M:a\nb")]
    [InlineData("<!-- output -->\nnever closed", "M:<!-- output -->\nnever closed")]
    [InlineData("---\ntitle: x\n---\n# a", "R:---\ntitle: x\n---|M:# a")]
    [InlineData("---\n\ntext\n\n---", "M:---\n\ntext\n\n---")]
    [InlineData("\uFEFFa", "M:a")]
    [InlineData("", "")]
    public void Markdown_is_read_as_cells(string markdown, string expected) =>
        Assert.Equal(expected, Describe(MarkdownReader.Read(markdown)));

    [Fact]
    public void What_is_written_is_read_back_as_the_same_cells()
    {
        var text = Gen.Elements("text", "# h", "`a`", "- x", "```python\ny\n```", "$x$", "a\n\nb").Select(MarkdownCell);
        var code = Gen.Elements("var x = 1;", "// `` ```` ``", "a\n\n\nb", "  indented", "<!-- cell -->")
            .Select(c => CodeCell(c, 1, new StreamOutput("stdout", "```\n<!-- cell -->\n")));
        var sql = Gen.Constant(0).Select(_ => new Cell(CellKind.Code, "select 1", "sql"));
        Prop.ForAll(Gen.OneOf(text, code, sql).ArrayOf().ToArbitrary(), cells =>
        {
            var notebook = new Notebook();
            notebook.Cells.AddRange(cells);
            MarkdownWriter.Write(notebook, _folder["round.md"]);
            return Describe(MarkdownReader.Load(_folder["round.md"])) == Describe(notebook);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static string Describe(Notebook notebook) => string.Join('|', notebook.Cells.Select(c =>
        $"{c.Kind.ToString()[0]}{(c.Language is { } l and not "csharp" ? $"({l})" : "")}:{c.Code}"));
}
