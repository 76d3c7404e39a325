using Qiansi.Documents;
using Qiansi.Publishing;
using Qiansi.Publishing.Formulas;
using Qiansi.Publishing.Tests;
using Qiansi.Tool.Converting;

namespace Qiansi.Tool.Tests.Converting;

public sealed class ConverterTests : IDisposable
{
    private static readonly ConversionOptions Plain = new() { Typesetter = new Typesetter("", "") };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Notebooks_go_through_every_format_and_back()
    {
        SampleNotebook.Create().Save(_folder["a.ipynb"]);
        Converter.Convert(_folder["a.ipynb"], _folder["b.dib"], Plain);
        Converter.Convert(_folder["b.dib"], _folder["sub/c.ipynb"], Plain);
        Converter.Convert(_folder["sub/c.ipynb"], _folder["d.md"], Plain);
        Converter.Convert(_folder["d.md"], _folder["e.ipynb"], Plain);
        var first = Converter.Load(_folder["a.ipynb"]).Cells.Where(c => !c.HasTag("remove-cell")).Select(c => c.Code.Trim()).ToList();
        var through = Converter.Load(_folder["sub/c.ipynb"]).Cells.Where(c => !c.Code.Contains("never shown"))
            .Select(c => c.Code.Trim()).ToList();
        Assert.Equal(first, through);
        var last = Converter.Load(_folder["e.ipynb"]);
        Assert.Contains(last.Cells, c => c is { Kind: CellKind.Code, Language: "sql" });
        Assert.Contains(last.Cells, c => c.Kind == CellKind.Code && c.Code.Contains("record Value"));
        Assert.Equal("csharp", last.Language);
    }

    [Fact]
    public void A_page_says_what_was_not_as_meant()
    {
        SampleNotebook.Create().Save(_folder["a.ipynb"]);
        var warnings = Converter.Convert(_folder["a.ipynb"], _folder["a.html"], Plain);
        Assert.Contains(warnings, w => w.Contains("<script>") && w.Contains("--trust"));
        Assert.Contains(warnings, w => w.Contains("node was not found"));
        var html = File.ReadAllText(_folder["a.html"]);
        Assert.StartsWith("<!doctype html>", html);
        Assert.Contains("Made from <code>a.ipynb</code>", html);
        Assert.DoesNotContain("alert(1)", html);
        Converter.Convert(_folder["a.ipynb"], _folder["a.html"], Plain with { Trusted = true });
        Assert.Contains("<script>alert(1)</script>", File.ReadAllText(_folder["a.html"]));
    }

    [Fact]
    public void Outputs_that_a_dib_cannot_hold_are_named()
    {
        SampleNotebook.Create().Save(_folder["a.ipynb"]);
        var warnings = Converter.Convert(_folder["a.ipynb"], _folder["a.dib"], Plain);
        Assert.Contains(warnings, w => w.StartsWith("The outputs of 10 cells"));
        Assert.Contains(warnings, w => w.StartsWith("The attachments of 1 cell are not"));
    }

    [Theory]
    [InlineData("a.ipynb", "a.pdf", "'.pdf'")]
    [InlineData("a.html", "a.ipynb", "cannot be turned back")]
    [InlineData("a.ipynb", "a.ipynb", "the same file")]
    [InlineData("missing.md", "b.ipynb", "cannot be read")]
    [InlineData("missing.ipynb", "b.html", "no such file")]
    public void What_cannot_be_converted_is_said(string input, string output, string expected)
    {
        var error = Assert.Throws<DocumentException>(() => Converter.Convert(_folder[input], _folder[output], Plain));
        Assert.Contains(expected, error.Message);
    }
}
