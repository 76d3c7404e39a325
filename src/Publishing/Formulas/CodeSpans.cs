namespace Qiansi.Publishing.Formulas;

/// <summary>The stretches of a Markdown text in which nothing is a formula: code, comments, and elements whose text is code.</summary>
internal static class CodeSpans
{
    private static readonly string[] CodeElements = ["pre", "code", "script", "style", "svg", "textarea"];

    /// <summary>Whether such a stretch starts at <paramref name="at"/>; then <paramref name="behind"/> is the index behind it.</summary>
    public static bool TrySkip(string text, int at, out int behind)
    {
        behind = text[at] switch
        {
            '`' => Backticks(text, at),
            '~' when text.AsSpan(at).StartsWith("~~~", StringComparison.Ordinal) && OpensLine(text, at) =>
                Fence(text, at, RunLength(text, at)),
            '<' => Element(text, at),
            _ => at,
        };
        return behind > at;
    }

    private static int Backticks(string text, int at)
    {
        var length = RunLength(text, at);
        if (length >= 3 && OpensLine(text, at)) return Fence(text, at, length);
        for (var i = at + length; i < text.Length;)
        {
            if (text[i] != '`')
            {
                i++;
                continue;
            }

            var run = RunLength(text, i);
            if (run == length) return i + run;
            i += run;
        }

        return at + length; // never closed: the backticks are plain text
    }

    private static int Fence(string text, int at, int length)
    {
        for (var line = NextLine(text, at); line < text.Length; line = NextLine(text, line))
        {
            var i = line;
            while (i < text.Length && text[i] is ' ' or '\t' or '>') i++;
            if (i >= text.Length || text[i] != text[at] || RunLength(text, i) < length) continue;
            var end = NextLine(text, i);
            if (text.AsSpan(i, end - i).Trim().TrimEnd(text[at]).IsEmpty) return end;
        }

        return text.Length;
    }

    private static int Element(string text, int at)
    {
        var rest = text.AsSpan(at + 1);
        if (rest.StartsWith("!--", StringComparison.Ordinal)) return Behind(text, at, "-->");
        foreach (var name in CodeElements)
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && rest.Length > name.Length
                && !char.IsLetterOrDigit(rest[name.Length]))
                return Behind(text, at, $"</{name}>");
        return at;
    }

    private static int Behind(string text, int at, string closing)
    {
        var close = text.IndexOf(closing, at, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? at : close + closing.Length;
    }

    private static bool OpensLine(string text, int at)
    {
        for (var i = at - 1; i >= 0 && text[i] != '\n'; i--)
            if (text[i] is not (' ' or '\t' or '>' or '-' or '*' or '+' or '.') && !char.IsAsciiDigit(text[i])) return false;
        return true;
    }

    private static int NextLine(string text, int at) => text.IndexOf('\n', at) is var newline && newline < 0 ? text.Length : newline + 1;

    private static int RunLength(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == text[at]) end++;
        return end - at;
    }
}
