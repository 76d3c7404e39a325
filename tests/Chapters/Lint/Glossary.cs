using System.Text.RegularExpressions;
using Qiansi.Documents;

namespace Qiansi.Chapters.Lint;

/// <summary>The course's words: for each English term the Chinese ones that may stand behind it, alone or within a longer word.</summary>
/// <param name="terms">By the English term in small letters.</param>
internal sealed partial class Glossary(IReadOnlyDictionary<string, string[]> terms)
{
    /// <summary>Reads the rows of a table <c>| English | 中文 | … |</c>.</summary>
    public static Glossary Parse(string markdown) => new(markdown.Split('\n')
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length > 3 && cells[1] is not "English" && !cells[1].StartsWith('-'))
        .ToDictionary(cells => cells[1].ToLowerInvariant(), cells => cells[2].Split('、'), StringComparer.Ordinal));

    /// <summary>The number of terms.</summary>
    public int Count => terms.Count;

    /// <summary>Where the texts of a notebook have another word than this table; empty when nowhere.</summary>
    public IEnumerable<string> Problems(Notebook notebook) =>
        from cell in notebook.Cells
        where cell.Kind == CellKind.Markdown
        from Match match in Explained().Matches(cell.Source)
        let term = TermOf(match.Groups["english"].Value.ToLowerInvariant())
        where term is not null
        from word in match.Groups["chinese"].Value.Split(['、', '，', '与', '和'], StringSplitOptions.RemoveEmptyEntries)
        where !Array.Exists(terms[term], known => word.Contains(known, StringComparison.Ordinal))
        select $"cell {cell.Id}: {term} is {string.Join(" or ", terms[term])} in the glossary, here {word}";

    /// <summary>The longest term that ends a phrase, also in the plural; null when none does.</summary>
    private string? TermOf(string phrase)
    {
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var first = 0; first < words.Length; first++)
        {
            var tail = string.Join(' ', words[first..]);
            if (terms.ContainsKey(tail)) return tail;
            if (tail.EndsWith('s') && terms.ContainsKey(tail[..^1])) return tail[..^1];
        }

        return null;
    }

    [GeneratedRegex(
        @"(?<english>[A-Za-z][A-Za-z -]*)\*{0,2} ?[(（](?<chinese>\p{IsCJKUnifiedIdeographs}[\p{IsCJKUnifiedIdeographs}、，]*)[)）]")]
    private static partial Regex Explained();
}
