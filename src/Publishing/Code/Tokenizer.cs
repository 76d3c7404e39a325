namespace Qiansi.Publishing.Code;

/// <summary>Colours code by a <see cref="Grammar"/>: comments, texts, numbers and words.</summary>
internal sealed class Tokenizer
{
    private readonly Grammar _grammar;
    private readonly HashSet<string> _words;
    private readonly string _code;
    private readonly List<CodeRun> _runs = [];

    private Tokenizer(Grammar grammar, string code)
    {
        _grammar = grammar;
        _code = code;
        _words = new(grammar.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            grammar.IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
    }

    /// <summary>The runs of a piece of code.</summary>
    public static IReadOnlyList<CodeRun> Classify(Grammar grammar, string code)
    {
        var tokenizer = new Tokenizer(grammar, code);
        for (var i = 0; i < code.Length;) i = tokenizer.Next(i);
        return tokenizer._runs;
    }

    private int Next(int at)
    {
        var c = _code[at];
        if (char.IsWhiteSpace(c)) return at + 1;
        foreach (var opening in _grammar.LineComments)
            if (At(at, opening)) return Add(at, EndOfLine(at), CodeLook.Comment);
        foreach (var (open, close) in _grammar.BlockComments)
            if (At(at, open)) return Add(at, Behind(at + open.Length, close), CodeLook.Comment);
        foreach (var quote in _grammar.Quotes)
            if (At(at, quote)) return Text(at, quote);
        if (char.IsAsciiDigit(c)) return Number(at);
        return IsWordStart(c) ? Word(at) : at + 1;
    }

    private int Text(int at, string quote)
    {
        var overLines = _grammar.MultilineQuotes.Contains(quote);
        var i = at + quote.Length;
        for (; i < _code.Length; i++)
        {
            if (_code[i] == '\\' && _grammar.BackslashEscapes) i++;
            else if (_code[i] == '\n' && !overLines) return Add(at, i, CodeLook.Text);
            else if (At(i, quote)) return Add(at, i + quote.Length, NamesMember(i + quote.Length) ? CodeLook.Member : CodeLook.Text);
        }

        return Add(at, _code.Length, CodeLook.Text);
    }

    private bool NamesMember(int at)
    {
        if (!_grammar.TextsNameMembers) return false;
        while (at < _code.Length && char.IsWhiteSpace(_code[at])) at++;
        return at < _code.Length && _code[at] == ':';
    }

    private int Number(int at)
    {
        var end = at;
        while (end < _code.Length && (char.IsLetterOrDigit(_code[end]) || _code[end] is '_' || IsInnerPoint(end) || IsExponentSign(end)))
            end++;
        return Add(at, end, CodeLook.Number);
    }

    private bool IsInnerPoint(int at) => _code[at] == '.' && at + 1 < _code.Length && char.IsAsciiDigit(_code[at + 1]);

    private bool IsExponentSign(int at) =>
        _code[at] is '+' or '-' && _code[at - 1] is 'e' or 'E' && at + 1 < _code.Length && char.IsAsciiDigit(_code[at + 1]);

    private int Word(int at)
    {
        var end = at + 1;
        while (end < _code.Length && (char.IsLetterOrDigit(_code[end]) || _code[end] == '_')) end++;
        if (_words.Contains(_code[at..end])) return Add(at, end, CodeLook.Keyword);
        if (end < _code.Length && _code[end] == '(') return Add(at, end, CodeLook.Method);
        return end;
    }

    private bool IsWordStart(char c) => char.IsLetter(c) || _grammar.WordStarts.Contains(c);

    private bool At(int at, string text) => _code.AsSpan(at).StartsWith(text, StringComparison.Ordinal);

    private int EndOfLine(int at) => _code.IndexOf('\n', at) is var end && end < 0 ? _code.Length : end;

    private int Behind(int from, string closing) =>
        _code.IndexOf(closing, from, StringComparison.Ordinal) is var close && close < 0 ? _code.Length : close + closing.Length;

    private int Add(int start, int end, CodeLook look)
    {
        end = Math.Min(end, _code.Length);
        _runs.Add(new(start, end - start, look));
        return end;
    }
}
