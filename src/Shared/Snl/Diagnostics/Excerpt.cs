using System.Globalization;
using System.Text;

namespace Qiansi.Snl.Diagnostics;

/// <summary>A line of a program with a mark below a place of it.</summary>
public static class Excerpt
{
    /// <summary>The line with its number, and below it a caret and as many tildes as the piece has further characters.</summary>
    /// <param name="source">The program.</param>
    /// <param name="place">Where the piece begins.</param>
    /// <param name="length">Characters of the piece; what is beyond the line's end is left out.</param>
    /// <param name="linesBefore">Lines before the program's first, where it stands within another text.</param>
    public static string Of(SourceText source, Position place, int length = 1, int linesBefore = 0)
    {
        var line = source.Line(place.Line);
        var number = (place.Line + linesBefore).ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder($"  {number} | {line}\n  {new string(' ', number.Length)} | ");
        var column = Math.Min(place.Column - 1, line.Length);
        foreach (var c in line[..column]) text.Append(c == '\t' ? "\t" : IsWide(c) ? "  " : " ");
        return text.Append('^').Append('~', Math.Max(0, Math.Min(length, line.Length - column) - 1)).ToString();
    }

    /// <summary>Blanks as wide as the number of a place's line.</summary>
    internal static string Margin(Position place) => new(' ', place.Line.ToString(CultureInfo.InvariantCulture).Length);

    /// <summary>What precedes a message: <c>sort.snl:3:5: </c>.</summary>
    internal static string Head(SourceText source, Position place) => $"{(source.Name.Length > 0 ? source.Name + ":" : "")}{place}: ";

    /// <summary>Whether a terminal gives the character two columns (Chinese, Japanese, Korean, full-width forms).</summary>
    private static bool IsWide(char c) =>
        c is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF'
        or >= '\uFE30' and <= '\uFE6F'
        or >= '\uFF00' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6';
}
