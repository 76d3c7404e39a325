namespace Qiansi.Tool.Pages.Code;

/// <summary>Colours the code of a page: C# by Roslyn, other languages by small tokenizers, the rest not at all.</summary>
/// <param name="cells">Code and language of all cells of the page; C# cells know what the others declare.</param>
internal sealed class CodeHighlighter(params IEnumerable<(string Code, string Language)> cells)
{
    private readonly Lazy<CSharpHighlighter> _csharp = new(() => new(cells
        .SelectMany(c => CellParts.Of(c.Code, c.Language)).Where(p => p.IsCode && IsCSharp(p.Language)).Select(p => p.Text)));

    /// <summary>HTML of a cell's code; lines <c>#!html</c> and the like change the language of what follows.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="language">Language of its first line.</param>
    public string Cell(string code, string language) => CodeHtml.Write(code, CellParts.Of(code, language).SelectMany(part => part.IsCode
        ? Classify(part.Text, part.Language).Select(run => run with { Start = run.Start + part.Start })
        : [new CodeRun(part.Start, part.Text.Length, CodeLook.Directive)]));

    /// <summary>HTML of code in a text.</summary>
    /// <param name="code">The code.</param>
    /// <param name="language">The word behind the fence, may be empty.</param>
    public string Excerpt(string code, string language) => CodeHtml.Write(code, Classify(code, language.ToLowerInvariant()));

    /// <summary>Whether code in a language is coloured.</summary>
    public static bool IsKnown(string language) =>
        IsCSharp(language) || IsMarkup(language) || IsMarkdown(language) || Grammars.Find(language) is not null;

    /// <summary>Whether a language is C#, by one of its names.</summary>
    public static bool IsCSharp(string language) => language is "csharp" or "cs" or "c#" or "csx" or ".net-csharp";

    private static bool IsMarkup(string language) => language is "html" or "xml" or "svg" or "xaml" or "csproj" or "mathml";

    private static bool IsMarkdown(string language) => language is "markdown" or "md";

    private IReadOnlyList<CodeRun> Classify(string code, string language)
    {
        if (string.IsNullOrWhiteSpace(code)) return [];
        if (IsCSharp(language)) return _csharp.Value.Classify(code);
        if (IsMarkup(language)) return MarkupTokenizer.ClassifyHtml(code);
        if (IsMarkdown(language)) return MarkupTokenizer.ClassifyMarkdown(code);
        return Grammars.Find(language) is { } grammar ? Tokenizer.Classify(grammar, code) : [];
    }
}
