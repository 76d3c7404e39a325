using System.Text.Json;
using System.Text.RegularExpressions;
using Qiansi.Documents;

namespace Qiansi.Publishing;

/// <summary>The human language of a page, which browsers need for fonts, hyphenation and reading aloud.</summary>
internal static partial class PageLanguage
{
    /// <summary>The notebook's <c>lang</c> metadata if it has one, <c>zh-Hans</c> when most of its text is Chinese,
    /// else <c>en</c>.</summary>
    public static string Of(Notebook notebook)
    {
        if (notebook.Metadata["lang"] is { } lang && lang.GetValueKind() == JsonValueKind.String && Tag().IsMatch(lang.ToString()))
            return lang.ToString();
        var (chinese, latin) = (0, 0);
        foreach (var cell in notebook.Cells.Where(c => c.Kind == CellKind.Markdown))
        {
            foreach (var c in cell.Source)
            {
                if (c is >= '\u4E00' and <= '\u9FFF') chinese++;
                else if (char.IsAsciiLetter(c)) latin++;
            }
        }

        return chinese * 2 > latin ? "zh-Hans" : "en";
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Tag();
}
