using Qiansi.Jupyter.Messages;
using Qiansi.Kernel;

namespace Qiansi.Jupyter.Tests.Kernel;

public sealed class CellMetadataTests
{
    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"polyglot_notebook":{"kernelName":"html"}}""", "html")]
    [InlineData("""{"dotnet_interactive":{"language":"sql"}}""", "sql")]
    [InlineData("""{"dotnet_interactive":{"language":"sql"},"polyglot_notebook":{"kernelName":"html"},"cellId":"a"}""", "html")]
    [InlineData("""{"polyglot_notebook":"html"}""", null)]
    [InlineData("""{"polyglot_notebook":{"kernelName":7}}""", null)]
    [InlineData("""{"polyglot_notebook":{"kernelName":""}}""", null)]
    [InlineData("""["polyglot_notebook"]""", null)]
    public void The_language_is_read_from_what_front_ends_send_along(string metadata, string? language) =>
        Assert.Equal(language, CellMetadata.Language(new RawJson(metadata)));

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"recordTiming":true,"cellId":"e3-7"}""", "e3-7")]
    [InlineData("""{"cellId":7}""", null)]
    [InlineData("""["cellId"]""", null)]
    public void So_is_which_cell_it_is(string metadata, string? id) => Assert.Equal(id, CellMetadata.CellId(new RawJson(metadata)));
}
