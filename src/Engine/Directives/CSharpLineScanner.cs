namespace Qiansi.Engine.Directives;

/// <summary>Tells, line by line, whether the next line of C# starts inside a literal,
/// a comment or text excluded by <c>#if false</c>.</summary>
/// <remarks>Follows C# 14's lexical grammar only as far as tokens that span lines need: block comments, verbatim and raw strings,
/// and the holes of interpolated strings.</remarks>
internal sealed class CSharpLineScanner
{
    private enum Mode { Comment, Interpolated, Verbatim, Raw, Hole }

    /// <param name="Mode">What the text is.</param>
    /// <param name="Quotes">Length of a raw string's delimiter.</param>
    /// <param name="Dollars">Number of <c>$</c>, that is of braces that open a hole; 0 without interpolation.</param>
    /// <param name="OneLine">A raw string with text after its opening quotes, which cannot span lines.</param>
    private sealed record Frame(Mode Mode, int Quotes, int Dollars, bool OneLine)
    {
        /// <summary>Brackets open in a hole.</summary>
        public int Depth { get; set; }
    }

    private readonly Stack<Frame> _frames = new();
    private int _excluded;

    /// <summary>Whether the next line begins as ordinary code.</summary>
    public bool AtCode => _frames.Count == 0 && _excluded == 0;

    /// <summary>Takes in the next line, given without its line break.</summary>
    public void Read(ReadOnlySpan<char> line)
    {
        if (_frames.Count == 0 && IsPreprocessorLine(line)) return;
        if (_excluded > 0) return;
        var i = 0;
        while (i < line.Length)
        {
            i = _frames.TryPeek(out var frame)
                ? frame.Mode switch
                {
                    Mode.Comment => Comment(line, i),
                    Mode.Interpolated => Interpolated(line, i),
                    Mode.Verbatim => Verbatim(line, i, frame),
                    Mode.Raw => Raw(line, i, frame),
                    _ => Code(line, i, frame),
                }
                : Code(line, i, null);
        }

        while (_frames.TryPeek(out var open) && (open.Mode == Mode.Interpolated || open.OneLine)) _frames.Pop();
    }

    private bool IsPreprocessorLine(ReadOnlySpan<char> line)
    {
        var text = line.Trim();
        if (text.IsEmpty || text[0] != '#') return false;
        text = text[1..].TrimStart();
        if (text.StartsWith("if"))
        {
            var condition = text[2..].Trim();
            if (_excluded > 0 || condition.SequenceEqual("false") || condition.SequenceEqual("(false)")) _excluded++;
        }
        else if (_excluded > 0 && text.StartsWith("endif"))
        {
            _excluded--;
        }
        else if (_excluded == 1 && text.StartsWith("el"))
        {
            _excluded = 0;
        }

        return true;
    }

    private int Comment(ReadOnlySpan<char> line, int i)
    {
        var end = line[i..].IndexOf("*/");
        if (end < 0) return line.Length;
        _frames.Pop();
        return i + end + 2;
    }

    private int Interpolated(ReadOnlySpan<char> line, int i)
    {
        switch (line[i])
        {
            case '\\': return i + 2;
            case '"': _frames.Pop(); return i + 1;
            case '{': return Brace(line, i, 1);
            default: return i + 1;
        }
    }

    private int Verbatim(ReadOnlySpan<char> line, int i, Frame frame)
    {
        if (line[i] == '"')
        {
            if (i + 1 < line.Length && line[i + 1] == '"') return i + 2;
            _frames.Pop();
            return i + 1;
        }

        return line[i] == '{' && frame.Dollars > 0 ? Brace(line, i, 1) : i + 1;
    }

    private int Raw(ReadOnlySpan<char> line, int i, Frame frame)
    {
        if (line[i] == '"')
        {
            var quotes = Run(line, i, '"');
            if (quotes >= frame.Quotes) _frames.Pop();
            return i + quotes;
        }

        return line[i] == '{' && frame.Dollars > 0 ? Brace(line, i, frame.Dollars) : i + 1;
    }

    /// <summary>At braces in interpolated text: opens a hole when there are enough of them and they are not doubled ones.</summary>
    private int Brace(ReadOnlySpan<char> line, int i, int dollars)
    {
        var braces = Run(line, i, '{');
        var opens = dollars == 1 && _frames.Peek().Mode != Mode.Raw ? braces % 2 == 1 : braces >= dollars;
        if (opens) _frames.Push(new Frame(Mode.Hole, 0, dollars, false));
        return i + braces;
    }

    private int Code(ReadOnlySpan<char> line, int i, Frame? hole)
    {
        var next = i + 1 < line.Length ? line[i + 1] : '\0';
        switch (line[i])
        {
            case '/' when next == '/':
                return line.Length;
            case '/' when next == '*':
                _frames.Push(new Frame(Mode.Comment, 0, 0, false));
                return i + 2;
            case '\'':
                return SkipQuoted(line, i, '\'');
            case '"' or '$' or '@':
                return StringStart(line, i);
            case '(' or '[' or '{' when hole is not null:
                hole.Depth++;
                return i + 1;
            case '}' when hole is { Depth: 0 }:
                _frames.Pop();
                return i + Math.Min(hole.Dollars, Run(line, i, '}'));
            case ')' or ']' or '}' when hole is { Depth: > 0 }:
                hole.Depth--;
                return i + 1;
            case ':' when hole is { Depth: 0 }:
                if (next == ':') return i + 2;
                var close = line[i..].IndexOf('}');
                return close < 0 ? line.Length : i + close;
            default:
                return i + 1;
        }
    }

    private int StringStart(ReadOnlySpan<char> line, int i)
    {
        var dollars = 0;
        var verbatim = false;
        for (; i < line.Length && line[i] is '$' or '@'; i++)
        {
            if (line[i] == '$') dollars++;
            else verbatim = true;
        }

        var quotes = i < line.Length ? Run(line, i, '"') : 0;
        if (quotes == 0) return i;
        if (verbatim)
        {
            _frames.Push(new Frame(Mode.Verbatim, 0, Math.Min(dollars, 1), false));
            return i + 1;
        }

        if (quotes >= 3)
        {
            _frames.Push(new Frame(Mode.Raw, quotes, dollars, !line[(i + quotes)..].IsWhiteSpace()));
            return i + quotes;
        }

        if (quotes == 2) return i + 2;
        if (dollars == 0) return SkipQuoted(line, i, '"');
        _frames.Push(new Frame(Mode.Interpolated, 0, 1, false));
        return i + 1;
    }

    private static int SkipQuoted(ReadOnlySpan<char> line, int i, char quote)
    {
        for (i++; i < line.Length; i++)
        {
            if (line[i] == '\\') i++;
            else if (line[i] == quote) return i + 1;
        }

        return line.Length;
    }

    private static int Run(ReadOnlySpan<char> line, int i, char c)
    {
        var end = i;
        while (end < line.Length && line[end] == c) end++;
        return end - i;
    }
}
