namespace Qiansi.Tool.Pages.Code;

/// <summary>Colours the code of a page: C# by Roslyn, other languages by small tokenizers, the rest not at all.</summary>
internal sealed class CodeHighlighter : IDisposable
{
    private CSharpHighlighter? _csharp;

    /// <summary>HTML of a cell's code; lines <c>#!html</c> and the like change the language of what follows.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="language">Language of its first line.</param>
    public string Cell(string code, string language)
    {
        var runs = new List<CodeRun>();
        var blockStart = 0;
        for (var start = 0; start < code.Length;)
        {
            var end = code.IndexOf('\n', start) is var newline && newline < 0 ? code.Length : newline;
            var line = code.AsSpan(start, end - start);
            if (line.StartsWith("#!", StringComparison.Ordinal))
            {
                Add(runs, code, blockStart, start, language);
                runs.Add(new(start, line.TrimEnd().Length, CodeLook.Directive));
                blockStart = Math.Min(code.Length, end + 1);
                var name = line[2..].ToString().Split(' ', 2)[0].Trim().ToLowerInvariant();
                if (IsKnown(name)) language = name;
            }

            start = end + 1;
        }

        Add(runs, code, blockStart, code.Length, language);
        return CodeHtml.Write(code, runs);
    }

    /// <summary>HTML of code in a text.</summary>
    /// <param name="code">The code.</param>
    /// <param name="language">The word behind the fence, may be empty.</param>
    public string Excerpt(string code, string language) => CodeHtml.Write(code, Classify(code, language.ToLowerInvariant(), isCell: false));

    /// <inheritdoc />
    public void Dispose() => _csharp?.Dispose();

    private static bool IsKnown(string language) => IsCSharp(language) || IsMarkup(language) || IsMarkdown(language) || Grammars.Find(language) is not null;

    private static bool IsCSharp(string language) => language is "csharp" or "cs" or "c#" or "csx" or ".net-csharp";

    private static bool IsMarkup(string language) => language is "html" or "xml" or "svg" or "xaml" or "csproj" or "mathml";

    private static bool IsMarkdown(string language) => language is "markdown" or "md";

    private void Add(List<CodeRun> runs, string code, int start, int end, string language)
    {
        if (end <= start) return;
        foreach (var run in Classify(code[start..end], language, isCell: true)) runs.Add(run with { Start = run.Start + start });
    }

    private IReadOnlyList<CodeRun> Classify(string code, string language, bool isCell)
    {
        if (string.IsNullOrWhiteSpace(code)) return [];
        if (IsCSharp(language)) return (_csharp ??= new()).Classify(code, isCell);
        if (IsMarkup(language)) return MarkupTokenizer.ClassifyHtml(code);
        if (IsMarkdown(language)) return MarkupTokenizer.ClassifyMarkdown(code);
        return Grammars.Find(language) is { } grammar ? Tokenizer.Classify(grammar, code) : [];
    }
}
