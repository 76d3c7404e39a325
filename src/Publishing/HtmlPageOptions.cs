using Qiansi.Publishing.Code;
using Qiansi.Publishing.Formulas;

namespace Qiansi.Publishing;

/// <summary>How a notebook becomes a page.</summary>
public sealed record HtmlPageOptions
{
    /// <summary>Folder that relative image paths start from; the notebook's own. Images are not looked for when null.</summary>
    public string? SourceFolder { get; init; }

    /// <summary>The notebook's file name, for the footer and as last resort for the title.</summary>
    public string? SourceName { get; init; }

    /// <summary>Whether HTML of outputs and Markdown cells goes in as it is, scripts included. Otherwise scripts,
    /// event handlers and loads from the network are left out.</summary>
    public bool Trusted { get; init; }

    /// <summary>Lines of text an output shows before the rest is folded away.</summary>
    public int LinesBeforeFold { get; init; } = 40;

    /// <summary>Given the C# cells of a notebook, colours C#, which takes a compiler; it stays plain when null.</summary>
    public Func<IEnumerable<string>, ICodeClassifier>? CSharp { get; init; }

    /// <summary>Turns formulas into MathML.</summary>
    public Typesetter Typesetter { get; init; } = Typesetter.Default;
}
