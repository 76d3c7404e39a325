using System.Text;

namespace Qiansi.Engine.Directives;

/// <summary>One word of a directive's line.</summary>
/// <param name="Text">The word without its quotes.</param>
/// <param name="Start">Where it begins in the line.</param>
/// <param name="Quoted">Whether it begins with a quote, so that it is a value whatever it looks like.</param>
internal readonly record struct DirectiveToken(string Text, int Start, bool Quoted)
{
    /// <summary>
    /// Splits at white space. Double quotes keep white space, <c>\"</c> is a quote within them; JSON objects and arrays are one word,
    /// verbatim,
    /// also behind <c>@input:</c> and the like; a word that begins with <c>//</c> starts a comment.
    /// </summary>
    public static List<DirectiveToken> Split(string line, string place)
    {
        var tokens = new List<DirectiveToken>();
        for (var i = 0; i < line.Length;)
        {
            if (char.IsWhiteSpace(line[i]))
            {
                i++;
                continue;
            }

            if (line[i] == '/' && i + 1 < line.Length && line[i + 1] == '/' && (i + 2 == line.Length || char.IsWhiteSpace(line[i + 2])))
                break;
            var start = i;
            if (line[i] is '{' or '[' && JsonEnd(line, i) is var end and > 0)
            {
                tokens.Add(new(line[i..end], start, true));
                i = end;
                continue;
            }

            var text = Word(line, ref i, place);
            tokens.Add(new(text, start, line[start] == '"'));
        }

        return tokens;
    }

    private static string Word(string line, ref int i, string place)
    {
        var text = new StringBuilder();
        while (i < line.Length && !char.IsWhiteSpace(line[i]))
        {
            if (line[i] is '{' && text is { Length: > 2 } && text[0] == '@' && text[^1] == ':' && JsonEnd(line, i) is var end and > 0)
            {
                text.Append(line, i, end - i);
                i = end;
                continue;
            }

            if (line[i] != '"')
            {
                text.Append(line[i++]);
                continue;
            }

            var open = i++;
            while (i < line.Length && line[i] != '"')
            {
                if (line[i] == '\\' && i + 1 < line.Length && line[i + 1] == '"') i++;
                text.Append(line[i++]);
            }

            if (i == line.Length)
                throw new DirectiveException($"{place}: the quote that opens at {line[open..].Trim()} is not closed. End it with \"; "
                    + "a quote inside is written \\\".");
            i++;
        }

        return text.ToString();
    }

    /// <summary>End of the JSON value that starts at <paramref name="start"/>, or 0 when its brackets do not close on the line.</summary>
    private static int JsonEnd(string line, int start)
    {
        var depth = 0;
        var inString = false;
        for (var i = start; i < line.Length; i++)
        {
            var c = line[i];
            if (inString)
            {
                if (c == '\\') i++;
                else if (c == '"') inString = false;
                continue;
            }

            if (c == '"') inString = true;
            else if (c is '{' or '[') depth++;
            else if (c is '}' or ']' && --depth == 0) return i + 1 == line.Length || char.IsWhiteSpace(line[i + 1]) ? i + 1 : 0;
        }

        return 0;
    }
}
