using System.Globalization;
using System.Text.RegularExpressions;
using Qiansi.Documents;

namespace Qiansi.Tool.Exercises.Rubrics;

/// <summary>
/// Finds rubrics in Markdown: <c>&lt;details&gt;&lt;summary&gt;Rubric (10 points)&lt;/summary&gt;…&lt;/details&gt;</c>, a paragraph from
/// <c>*Rubric:*</c> on, or a table whose last column is <c>points</c>. Rows of text end in their points: <c>three seeds (2); a
/// conclusion (3 points)</c>. The heading before it, or a bold first sentence, is the exercise's title.
/// </summary>
internal static partial class RubricReader
{
    /// <summary>The rubrics of some cells of a notebook, in order; no two have one id.</summary>
    public static IReadOnlyList<(Cell Cell, Rubric Rubric)> Of(IEnumerable<Cell> cells)
    {
        var (found, ids, title) = (new List<(Cell, Rubric)>(), new HashSet<string>(StringComparer.Ordinal), "Project");
        foreach (var cell in cells.Where(c => c.Kind == CellKind.Markdown))
        {
            var source = cell.Source.ReplaceLineEndings("\n");
            foreach (Match match in Pieces().Matches(source))
            {
                if (match.Groups["title"] is { Success: true } named) title = named.Value.Trim().TrimEnd('.');
                else if (Rows(match) is { Count: > 0 } rows)
                    found.Add((cell, new(Unused(ids, title), Plain(title), rows, Number(match.Groups["points"].Value))));
            }
        }

        return found;
    }

    private static List<RubricRow> Rows(Match rubric) => [.. (rubric.Groups["table"] is { Success: true } table
        ? TableRow().Matches(table.Value) : Row().Matches(Space().Replace(rubric.Groups["body"].Value, " "))).Select(
        m => new RubricRow(Plain(m.Groups["what"].Value.Trim(' ', ';', '.', ',', '|')), Number(m.Groups["points"].Value) ?? 0))];

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Text without Markdown's stars and accents, in a line.</summary>
    private static string Plain(string markdown) => Space().Replace(Marks().Replace(markdown, ""), " ").Trim();

    /// <summary>The title up to its stars, kind or colon, as an id: <c>Exercise 7 ★★★ (experiment): …</c> is <c>exercise-7</c>.</summary>
    private static string Unused(HashSet<string> ids, string title)
    {
        var id = NoWord().Replace(title.Split('★', '(', '（', ':', '：', '.')[0].Trim().ToLowerInvariant(), "-").Trim('-');
        if (id.Length == 0) id = "project";
        for (var (n, first) = (2, id); !ids.Add(id); n++) id = string.Create(CultureInfo.InvariantCulture, $"{first}-{n}");
        return id;
    }

    [GeneratedRegex(
        @"^\#{1,6}[ ]+(?<title>[^\n]+)$ | ^\*\*(?<title>[^*\n]+)\*\*"
        + @"| <summary>[^<]*\b(?:[Rr]ubric|good\ answer)\b[^<(]*(?:\((?<points>[\d.]+)\s+points?\))?\s*</summary>(?<body>.*?)</details>"
        + @"| ^\|[^\n]*\|\s*points\s*\|\ *\n\|[-:|\ ]+\|\ *\n(?<table>(?:\|[^\n]*(?:\n|\z))+)"
        + @"| \*{1,2}Rubric(?:\s*\((?<points>[\d.]+)\s+points?\))?:?\*{1,2}:?(?<body>.*?)(?=\n\s*\n|\z)",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"(?<what>\S.*?)\s\((?<points>\d+(?:\.\d+)?)(?:\s+points?)?\)(?=\s*(?:[;.,]|$|[A-Z]))")]
    private static partial Regex Row();

    [GeneratedRegex(@"^\|(?<what>.+)\|\s*(?<points>\d+(?:\.\d+)?)\s*\|\s*$", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"[*`★]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoWord();
}
