using Qiansi.Documents;
using Qiansi.Engine.Display;

namespace Qiansi.Engine.Languages;

/// <summary>HTML that is shown as it is.</summary>
public sealed class HtmlLanguage : ILanguageKernel
{
    /// <inheritdoc />
    public string Name => "html";

    /// <inheritdoc />
    public IReadOnlyList<string> Aliases => NotebookLanguages.Find(Name)!.Aliases;

    /// <inheritdoc />
    public string Summary => "Shows HTML.";

    /// <inheritdoc />
    public Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context)
    {
        context.Output.Display(new MimeBundle { { "text/html", block.Code }, { "text/plain", HtmlText.ToPlain(block.Code) } });
        return Task.FromResult(CellStatus.Ok);
    }
}
