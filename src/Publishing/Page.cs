using Qiansi.Documents;
using Qiansi.Publishing.Cells;
using Qiansi.Publishing.Code;
using Qiansi.Publishing.Formulas;
using Qiansi.Publishing.Prose;

namespace Qiansi.Publishing;

/// <summary>What the parts of one page share while it is made.</summary>
internal sealed class Page(HtmlPageOptions options, Notebook notebook)
{
    /// <summary>How the page is made.</summary>
    public HtmlPageOptions Options { get; } = options;

    /// <summary>The formulas met so far.</summary>
    public FormulaTable Formulas { get; } = new();

    /// <summary>The headings met so far.</summary>
    public TableOfContents Contents { get; } = new();

    /// <summary>Colours code.</summary>
    public CodeHighlighter Highlighter { get; } = new(options.CSharp, notebook.Cells.Where(c => c.Kind == CellKind.Code)
        .Select(c => (CellRenderer.ShownCode(c), c.Language ?? notebook.Language)));

    /// <summary>What a person should know about the page, in the order of the cells.</summary>
    public List<string> Warnings { get; } = [];
}
