using Qiansi.Documents;

namespace Qiansi.Documents.Tests;

public sealed class IpynbReadingTests
{
    [Theory]
    [InlineData("compact.ipynb")]
    [InlineData("escaped-indent4.ipynb")]
    [InlineData("tabs-crlf-bom.ipynb")]
    [InlineData("minor2-strings.ipynb")]
    public void The_same_notebook_is_read_from_every_layout(string name)
    {
        var notebook = Notebook.Load(Sample.Path(name));
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Code, CellKind.Raw], notebook.Cells.Select(c => c.Kind));
        Assert.Equal("# Curves (曲线)\n\n![dot](attachment:dot.png)", notebook.Cells[0].Source);
        Assert.Equal(["title"], notebook.Cells[0].Tags);
        Assert.NotNull(notebook.Cells[0].Attachments!["dot.png"]!["image/png"]);
        Assert.Equal("csharp", notebook.Language);
        Assert.Equal("csharp", notebook.Cells[1].Language);
        Assert.Equal(1, notebook.Cells[1].ExecutionCount);
        Assert.Equal("html", notebook.Cells[2].Language);
        Assert.Equal("<p>emoji 😀 and ∑</p>", notebook.Cells[2].Code);
        Assert.Null(notebook.Cells[2].ExecutionCount);
        Assert.Equal("12345678901234567890", notebook.Metadata["zoo"]!["m"]!.ToJsonString());
        Assert.Equal("1.0", notebook.Metadata["zoo"]!["a"]!.ToJsonString());
    }

    [Fact]
    public void Outputs_are_read_by_type()
    {
        var outputs = Notebook.Load(Sample.Path("jupyter-indent1.ipynb")).Cells[1].Outputs;
        var stream = Assert.IsType<StreamOutput>(outputs[0]);
        Assert.Equal(("stdout", "one\ntwo\n"), (stream.Name, stream.Text));
        var result = Assert.IsType<ResultOutput>(outputs[1]);
        Assert.Equal(1, result.ExecutionCount);
        Assert.Equal("{\"b\":[1.0,2000.0,-5e-08],\"a\":null}", result.Data["application/json"]);
        Assert.Equal("<b>3</b>\n<i>x</i>", result.Data["text/html"]);
        Assert.Equal(["application/json", "text/html", "text/plain"], result.Data.Select(d => d.Key));
        Assert.True((bool)result.Metadata["text/html"]!["isolated"]!);
        var error = Assert.IsType<ErrorOutput>(outputs[2]);
        Assert.Equal(("System.Exception", "no"), (error.Name, error.Message));
        Assert.Equal(["\u001b[31mno\u001b[0m", "   at Cell 1, line 2"], error.Traceback);
        var unknown = Assert.IsType<UnknownOutput>(outputs[3]);
        Assert.Equal("hologram", unknown.OutputType);
        Assert.Equal("{\"output_type\":\"hologram\",\"payload\":{\"depth\":1.5}}", unknown.Json);
    }

    [Fact]
    public void A_python_notebook_says_so()
    {
        const string Text =
            """{"cells":[],"metadata":{"kernelspec":{"display_name":"Python 3","language":"python","name":"python3"}},"nbformat":4,"nbformat_minor":5}""";
        Assert.Equal("python", Notebook.Parse(Text, NotebookFormat.Ipynb, "a.ipynb").Language);
    }

    [Theory]
    [InlineData("""{"polyglot_notebook":{"kernelName":"fsharp"}}""", "let x = 1", "fsharp")]
    [InlineData("""{"dotnet_interactive":{"language":"pwsh"}}""", "Get-Date", "pwsh")]
    [InlineData("""{"dotnet_interactive":{"language":"pwsh"},"polyglot_notebook":{"kernelName":"sql"}}""", "select 1", "sql")]
    [InlineData("""{"polyglot_notebook":{"kernelName":"csharp"}}""", "#!js\nlet x", "javascript")]
    [InlineData("{}", "#!time\n1", null)]
    [InlineData("{}", "#!html --name x\n<p>", null)]
    [InlineData("{}", "#!mermaid", "mermaid")]
    [InlineData("""{"polyglot_notebook":7}""", "1", null)]
    public void The_language_of_a_cell(string metadata, string source, string? language)
    {
        var cell = new Cell(CellKind.Code, source) { Metadata = System.Text.Json.Nodes.JsonNode.Parse(metadata)!.AsObject() };
        Assert.Equal(language, cell.Language);
    }

    [Fact]
    public void Setting_the_language_writes_both_keys_and_changes_the_first_line()
    {
        var cell = new Cell(CellKind.Code, "#!html\n<p>") { Language = "javascript" };
        Assert.Equal("#!javascript\n<p>", cell.Source);
        Assert.Equal("""{"dotnet_interactive":{"language":"javascript"},"polyglot_notebook":{"kernelName":"javascript"}}""",
            cell.Metadata.ToJsonString());
        cell.Language = null;
        Assert.Equal(("<p>", "{}", null), (cell.Source, cell.Metadata.ToJsonString(), cell.Language));
    }
}
