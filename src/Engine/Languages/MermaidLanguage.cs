using Qiansi.Documents;
using Qiansi.Engine.Display;

namespace Qiansi.Engine.Languages;

/// <summary>Diagrams in Mermaid: drawn by front ends that know it, source text in all others.</summary>
public sealed class MermaidLanguage : ILanguageKernel
{
    /// <inheritdoc />
    public string Name => "mermaid";

    /// <inheritdoc />
    public IReadOnlyList<string> Aliases => NotebookLanguages.Find(Name)!.Aliases;

    /// <inheritdoc />
    public string Summary => "Draws a Mermaid diagram.";

    /// <inheritdoc />
    public Task<CellStatus> ExecuteAsync(CodeBlock block, ICellContext context)
    {
        context.Output.Display(new MimeBundle
        {
            { "text/vnd.mermaid", block.Code },
            { "text/html", $"<pre class=\"mermaid\">{HtmlText.Escape(block.Code)}</pre>" },
            { "text/plain", block.Code },
        });
        return Task.FromResult(CellStatus.Ok);
    }
}
