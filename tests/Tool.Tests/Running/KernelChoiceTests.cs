using Qiansi.Documents;
using Qiansi.Jupyter.KernelSpecs;
using Qiansi.Tool.Running;

namespace Qiansi.Tool.Tests.Running;

public sealed class KernelChoiceTests
{
    [Fact]
    public void CellsGetTheLanguageThatOnlyTheirMetadataNames()
    {
        var notebook = new Notebook();
        var choice = KernelChoice.For(notebook, "a.ipynb", null);

        Assert.Equal("1", choice.CodeOf(new Cell(CellKind.Code, "1"), notebook));
        Assert.Equal("1", choice.CodeOf(new Cell(CellKind.Code, "1", "csharp"), notebook));
        Assert.Equal("#!html\n<b>", choice.CodeOf(new Cell(CellKind.Code, "<b>", "html"), notebook));
        Assert.Equal("#!html\n<b>", choice.CodeOf(new Cell(CellKind.Code, "#!html\n<b>"), notebook));
    }

    [Fact]
    public void NotebooksForDotNetRunHereInTheirOwnFolder()
    {
        var choice = KernelChoice.For(new Notebook(), Path.Combine("chapters", "a.ipynb"), null);

        Assert.Equal(Path.GetFullPath("chapters"), choice.Launch.WorkingDirectory);
        Assert.Equal(["kernel", "--connection-file", "{connection_file}"], choice.Launch.Command.TakeLast(3));
    }

    [Fact]
    public void AKernelspecThatIsNotInstalledIsAnError()
    {
        var error = Assert.Throws<KernelSpecException>(() => KernelChoice.For(new Notebook(), "a.ipynb", "no-such-kernel"));

        Assert.Contains("no-such-kernel", error.Message);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("TorchSharp", null, "TorchSharp")]
    [InlineData("TorchSharp", "Qiansi", "Qiansi")]
    [InlineData(null, "TorchSharp-cuda", "TorchSharp-cuda")]
    public void The_tensor_library_is_the_options_or_the_notebooks(string? metadata, string? option, string? expected)
    {
        var notebook = new Notebook();
        if (metadata is not null) notebook.Metadata["qiansi"] = new System.Text.Json.Nodes.JsonObject { ["torch"] = metadata };
        var told = KernelChoice.For(notebook, "a.ipynb", null, option).Launch.Environment.Where(v => v.Key == "QIANSI_TORCH");
        Assert.Equal(expected is null ? [] : [expected], told.Select(v => v.Value));
    }
}
