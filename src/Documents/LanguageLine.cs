namespace Qiansi.Documents;

/// <summary>The first line of a cell when all it does is choose the language: <c>#!html</c>.</summary>
internal static class LanguageLine
{
    /// <summary>The language such a line names (null when there is none) and the text after it.</summary>
    public static (string? Language, string Code) Split(string source)
    {
        if (!source.StartsWith("#!", StringComparison.Ordinal)) return (null, source);
        var end = source.IndexOf('\n');
        var name = source.AsSpan(2, (end < 0 ? source.Length : end) - 2).TrimEnd();
        return NotebookLanguages.NameOf(name.ToString()) is { } language ? (language, end < 0 ? "" : source[(end + 1)..]) : (null, source);
    }
}
