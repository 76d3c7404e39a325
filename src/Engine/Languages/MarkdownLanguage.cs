using Qiansi.Documents;

namespace Qiansi.Engine.Languages;

/// <summary>Markdown that the front end renders.</summary>
public sealed class MarkdownLanguage : ILanguageKernel
{
    /// <inheritdoc />
    public string Name => "markdown";

    /// <inheritdoc />
    public IReadOnlyList<string> Aliases => NotebookLanguages.Find(Name)!.Aliases;

    /// <inheritdoc />
    public string Summary => "Shows Markdown.";

    /// <inheritdoc />
    public Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context)
    {
        context.Output.Display(new MimeBundle { { "text/markdown", block.Code }, { "text/plain", block.Code } });
        return Task.FromResult(CellStatus.Ok);
    }
}
