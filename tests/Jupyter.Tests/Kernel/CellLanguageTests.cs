using Qiansi.Jupyter.Kernel;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter.Tests.Kernel;

public sealed class CellLanguageTests
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
    public void It_is_read_from_what_front_ends_send_along(string metadata, string? language) => Assert.Equal(language, CellLanguage.Of(new RawJson(metadata)));
}
