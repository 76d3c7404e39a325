using System.Text;
using Qiansi.Documents;

namespace Qiansi.Documents.Tests;

public sealed class DibTests
{
    private static string Written(Notebook notebook) => Encoding.UTF8.GetString(notebook.ToBytes(NotebookFormat.Dib));

    private static Notebook Read(string text) => Notebook.Parse(text, NotebookFormat.Dib, "a.dib");

    [Fact]
    public void Cells_start_at_lines_that_name_a_language_the_file_or_Polyglot_knows()
    {
        var notebook = Notebook.Load(Sample.Path("polyglot.dib"));
        Assert.Equal("csharp", notebook.Language);
        Assert.Equal(["", "csharp", "sql-books", "sql-books", "pwsh"], notebook.Cells.Select(c => c.Language ?? ""));
        Assert.Equal("# Titles\n\nSome text with 中文.", notebook.Cells[0].Source);
        Assert.Equal(CellKind.Markdown, notebook.Cells[0].Kind);
        Assert.Equal("#!time\nvar x = 1;\n\nx + 1", notebook.Cells[1].Source);
        Assert.Equal("SELECT 2", notebook.Cells[3].Source);
    }

    [Fact]
    public void Text_before_the_first_language_is_of_the_default_one()
    {
        var notebook = Notebook.Load(Sample.Path("no-meta-crlf.dib"));
        Assert.Equal(["Console.WriteLine(\"first\");", "Text", "#!unknown is text\n   \nvar y = 2;"], notebook.Cells.Select(c => c.Source));
        Assert.Equal([null, null, "csharp"], notebook.Cells.Select(c => c.Language));
    }

    [Fact]
    public void Editing_a_cell_leaves_the_rest_alone()
    {
        var notebook = Notebook.Load(Sample.Path("polyglot.dib"));
        notebook.Cells[1].Source = "var x = 2;";
        Assert.Equal(Sample.Text("polyglot.dib").Replace("#!time\nvar x = 1;\n\nx + 1", "var x = 2;"), Written(notebook));
    }

    [Fact]
    public void New_text_gets_the_files_line_ends()
    {
        var notebook = Notebook.Load(Sample.Path("no-meta-crlf.dib"));
        notebook.Cells[1].Source = "Two\nlines";
        Assert.Equal(Sample.Text("no-meta-crlf.dib").Replace("Text", "Two\r\nlines"), Written(notebook));
    }

    [Fact]
    public void Cells_can_be_added_moved_and_removed()
    {
        var notebook = Read("one\n\n#!markdown\ntwo\n#!csharp\n\nthree");
        notebook.Cells.Add(new Cell(CellKind.Code, "<p>", "html"));
        notebook.Cells.Reverse(0, 3);
        Assert.Equal("#!csharp\n\nthree\n\n#!markdown\ntwo\n#!csharp\n\none\n\n#!html\n\n<p>", Written(notebook));
        notebook.Cells.RemoveRange(1, 3);
        Assert.Equal("#!csharp\n\nthree", Written(notebook));
        notebook.Cells.Clear();
        Assert.Equal("", Written(notebook));
    }

    [Fact]
    public void Changing_the_language_changes_the_header_only()
    {
        var notebook = Read("#!c#\n\n\n1\n\n\n\n#!pwsh\n2\n");
        notebook.Cells[0].Language = "fsharp";
        Assert.Equal("#!fsharp\n\n\n1\n\n\n\n#!pwsh\n2\n", Written(notebook));
    }

    [Fact]
    public void Metadata_stands_in_the_meta_block()
    {
        var notebook = Read("#!meta\n\n{\"kernelInfo\": {\"defaultKernelName\":\"fsharp\"},  \"x\":1.0}\n\n#!fsharp\n\n2\n");
        Assert.Equal("fsharp", notebook.Language);
        Assert.Equal("2", Assert.Single(notebook.Cells).Source);
        notebook.Metadata["polyglot_notebook"]!["x"] = 2;
        Assert.StartsWith("#!meta\n\n{\"kernelInfo\": {\"defaultKernelName\":\"fsharp\"},  \"x\":2}", Written(notebook));
    }

    [Fact]
    public void A_new_file_names_its_languages()
    {
        var notebook = new Notebook();
        notebook.Cells.Add(new Cell(CellKind.Markdown, "# Hi"));
        notebook.Cells.Add(new Cell(CellKind.Code, "\n1+1\n"));
        notebook.Cells.Add(new Cell(CellKind.Raw, "raw"));
        const string Expected = """
            #!meta

            {"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"},{"aliases":[],"name":"raw"}]}}

            #!markdown

            # Hi

            #!csharp

            1+1

            #!raw

            raw

            """;
        Assert.Equal(Expected, Written(notebook));
    }

    [Fact]
    public void Broken_metadata_is_an_error_with_its_place()
    {
        var error = Assert.Throws<DocumentException>(() => Read("#!meta\n\n{\"kernelInfo\": \"中\" oops}\n\n#!csharp\n1"));
        Assert.Equal((3, 20), (error.Line, error.Column));
        Assert.Equal("a.dib:3:20: 'o' stands where ',' or '}' should come. Mend the JSON at this place, "
            + "or restore the file from a backup or checkpoint.", error.Message);
    }
}
