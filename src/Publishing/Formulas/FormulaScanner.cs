namespace Qiansi.Publishing.Formulas;

/// <summary>A formula found in a text.</summary>
/// <param name="Start">UTF-16 index of its opening delimiter.</param>
/// <param name="End">Index behind its closing delimiter.</param>
/// <param name="Tex">What stands between.</param>
/// <param name="Display">Whether it stands on a line of its own.</param>
internal readonly record struct FoundFormula(int Start, int End, string Tex, bool Display);

/// <summary>Finds TeX in Markdown: <c>$…$</c>, <c>$$…$$</c>, <c>\(…\)</c>, <c>\[…\]</c> (with one backslash or two) and
/// <c>\begin{…}…\end{…}</c>.</summary>
/// <remarks>
/// Code is left alone, and so is money: as in Pandoc, a <c>$</c> followed by white space does not open a formula,
/// and one preceded by white space or followed by a digit does not close it, unless what stands between looks like TeX.
/// A blank line ends every formula.
/// </remarks>
internal static class FormulaScanner
{
    /// <summary>The formulas of a text, in order.</summary>
    public static IEnumerable<FoundFormula> Scan(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (CodeSpans.TrySkip(text, i, out var behind))
            {
                i = behind;
                continue;
            }

            var found = text[i] switch
            {
                '$' => Dollars(text, i),
                '\\' => Backslash(text, i),
                _ => null,
            };
            if (found is { } formula)
            {
                yield return formula;
                i = formula.End;
            }
            else
            {
                i += text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '$' or '`' or '\\' ? 2
                    : text[i] == '$' && i + 1 < text.Length && text[i + 1] == '$' ? 2 : 1;
            }
        }
    }

    private static FoundFormula? Dollars(string text, int start)
    {
        if (start + 1 < text.Length && text[start + 1] == '$')
        {
            var close = FindClose(text, start + 2, "$$");
            return close < 0 || close == start + 2 ? null : Found(text, start, start + 2, close, 2, display: true);
        }

        var end = FindClose(text, start + 1, "$");
        if (end <= start + 1) return null;
        var inner = text.AsSpan(start + 1, end - start - 1);
        if (inner.IsWhiteSpace()) return null;
        var opensLoose = char.IsWhiteSpace(inner[0]);
        var closesLoose = char.IsWhiteSpace(inner[^1]);
        var tight = !opensLoose && !closesLoose && !(end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]));
        if (!tight && !(opensLoose == closesLoose && (LooksLikeTex(inner) || (opensLoose && IsSymbol(inner))))) return null;
        return Found(text, start, start + 1, end, 1, display: false);
    }

    private static FoundFormula? Backslash(string text, int start)
    {
        if (text.AsSpan(start).StartsWith(@"\begin{", StringComparison.Ordinal)) return Environment(text, start);
        var slashes = text.AsSpan(start).StartsWith(@"\\", StringComparison.Ordinal) ? 2 : 1;
        var at = start + slashes;
        if (at >= text.Length || text[at] is not ('(' or '[')) return null;
        var display = text[at] == '[';
        var closing = new string('\\', slashes) + (display ? ']' : ')');
        var close = text.IndexOf(closing, at + 1, StringComparison.Ordinal);
        if (close < 0 || HasBlankLine(text.AsSpan(at + 1, close - at - 1))) return null;
        // A single backslash is also Markdown's way to write a plain bracket: \[1\] is no formula.
        var inner = text.AsSpan(at + 1, close - at - 1);
        if (inner.IsWhiteSpace() || (slashes == 1 && !LooksLikeTex(inner) && !IsSymbol(inner))) return null;
        if (slashes == 1 && display && !StartsLine(text, start)) return null;
        return Found(text, start, at + 1, close, closing.Length, display);
    }

    private static FoundFormula? Environment(string text, int start)
    {
        var nameStart = start + @"\begin{".Length;
        var nameEnd = text.IndexOf('}', nameStart);
        if (nameEnd < 0 || nameEnd == nameStart || nameEnd - nameStart > 20) return null;
        var name = text[nameStart..nameEnd];
        if (!name.AsSpan().TrimEnd('*').ContainsOnlyLetters()) return null;
        var opening = $@"\begin{{{name}}}";
        var closing = $@"\end{{{name}}}";
        var depth = 1;
        for (var i = nameEnd + 1; i < text.Length; i++)
        {
            var rest = text.AsSpan(i);
            if (rest[0] != '\\') continue;
            if (rest.StartsWith(opening, StringComparison.Ordinal)) depth++;
            if (!rest.StartsWith(closing, StringComparison.Ordinal) || --depth > 0) continue;
            var end = i + closing.Length;
            return HasBlankLine(text.AsSpan(start, end - start))
                ? null : new(start, end, WithoutQuoteMarks(text, start, text[start..end]), Display: true);
        }

        return null;
    }

    private static int FindClose(string text, int from, string closing)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '\n' && IsBlankLine(text, i + 1)) return -1;
            // Code between the two dollars is code still: "costs $6; set `$HOME`".
            if (text[i] == '`' && CodeSpans.TrySkip(text, i, out var behind) && text.AsSpan(i, behind - i).Contains('$')) return -1;
            if (text[i] == '\\') i++;
            else if (text.AsSpan(i).StartsWith(closing, StringComparison.Ordinal)) return i;
        }

        return -1;
    }

    private static bool IsBlankLine(ReadOnlySpan<char> text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '\n') return true;
            if (!char.IsWhiteSpace(text[i])) return false;
        }

        return false;
    }

    private static bool HasBlankLine(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' && IsBlankLine(text, i + 1)) return true;
        return false;
    }

    private static bool StartsLine(string text, int at)
    {
        for (var i = at - 1; i >= 0 && text[i] != '\n'; i--)
            if (text[i] is not (' ' or '\t' or '>')) return false;
        return true;
    }

    private static bool LooksLikeTex(ReadOnlySpan<char> text) => text.IndexOfAny(@"\^_=") >= 0;

    private static bool IsSymbol(ReadOnlySpan<char> text) => text.Trim() is { Length: 1 } trimmed && char.IsLetter(trimmed[0]);

    private static bool ContainsOnlyLetters(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetter(c)) return false;
        return text.Length > 0;
    }

    private static FoundFormula Found(string text, int start, int innerStart, int close, int closingLength, bool display) =>
        new(start, close + closingLength, WithoutQuoteMarks(text, start, text[innerStart..close]).Trim(), display);

    /// <summary>A formula in a block quote has the quote's <c>&gt;</c> before each of its lines.</summary>
    private static string WithoutQuoteMarks(string text, int start, string tex)
    {
        var lineStart = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        if (!tex.Contains('\n') || !text.AsSpan(lineStart).TrimStart(' ').StartsWith('>')) return tex;
        var lines = tex.Split('\n');
        for (var i = 1; i < lines.Length; i++)
            if (lines[i].AsSpan().TrimStart(' ') is ['>', ..]) lines[i] = lines[i][(lines[i].IndexOf('>') + 1)..];
        return string.Join('\n', lines);
    }
}
