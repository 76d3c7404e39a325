using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Qiansi.Publishing.Code;
using Qiansi.Publishing.Formulas;
using Qiansi.Publishing.Html;

namespace Qiansi.Publishing.Prose;

/// <summary>Writes the code blocks of a text in colour, and Mermaid diagrams as their source.</summary>
internal sealed class CodeBlockRenderer(CodeHighlighter highlighter, FormulaTable formulas) : HtmlObjectRenderer<CodeBlock>
{
    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        var code = formulas.AsWritten(block.Lines.ToString());
        var language = (block as FencedCodeBlock)?.Info?.Trim('{', '}', '.') ?? "";
        renderer.EnsureLine();
        renderer.Write(Html(highlighter, code, language));
        renderer.EnsureLine();
    }

    /// <summary>HTML of a code block.</summary>
    public static string Html(CodeHighlighter highlighter, string code, string language) =>
        language.Equals("mermaid", StringComparison.OrdinalIgnoreCase)
            ? $"<figure class=\"diagram\"><pre class=\"code\"><code>{highlighter.Excerpt(code, language)}</code></pre><figcaption>Mermaid "
                + "diagram, as source</figcaption></figure>"
            : $"<pre class=\"code\"{(language.Length > 0 ? $" data-language=\"{HtmlFragment.EncodeAttribute(language)}\"" : "")}><code>"
                + $"{highlighter.Excerpt(code, language)}</code></pre>";
}
