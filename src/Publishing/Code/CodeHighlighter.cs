using Qiansi.Documents;

namespace Qiansi.Publishing.Code;

/// <summary>Colours the code of a page: C# by what the host gives, other languages by small tokenizers, the rest not at all.</summary>
/// <param name="csharp">Given the C# cells, colours C#; null when it stays plain.</param>
/// <param name="cells">Code and language of all cells of the page; C# cells know what the others declare.</param>
internal sealed class CodeHighlighter(
    Func<IEnumerable<string>, ICodeClassifier>? csharp, params IEnumerable<(string Code, string Language)> cells)
{
    private readonly Lazy<ICodeClassifier?> _csharp = new(() => csharp?.Invoke(cells
        .SelectMany(c => CellParts.Of(c.Code, c.Language)).Where(p => p.IsCode && IsCSharp(Named(p.Language))).Select(p => p.Text)));

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
        Named(language) is var name && (IsCSharp(name) || IsMarkup(name) || IsMarkdown(name) || Grammars.Find(name) is not null);

    private static bool IsCSharp(string name) => name is "csharp" or "csx" or ".net-csharp";

    private static bool IsMarkup(string name) => name is "html" or "xml" or "svg" or "xaml" or "csproj" or "mathml";

    private static bool IsMarkdown(string name) => name is "markdown";

    /// <summary>The name of a language of cells; other words behind fences, such as json, are names themselves.</summary>
    private static string Named(string word) => NotebookLanguages.NameOf(word) ?? word;

    private IReadOnlyList<CodeRun> Classify(string code, string language)
    {
        if (string.IsNullOrWhiteSpace(code)) return [];
        var name = Named(language);
        if (IsCSharp(name)) return _csharp.Value?.Classify(code) ?? [];
        if (IsMarkup(name)) return MarkupTokenizer.ClassifyHtml(code);
        if (IsMarkdown(name)) return MarkupTokenizer.ClassifyMarkdown(code);
        return Grammars.Find(name) is { } grammar ? Tokenizer.Classify(grammar, code) : [];
    }
}
