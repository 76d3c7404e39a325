namespace Qiansi.Automata.Expressions;

/// <summary>Reads regular expressions by recursive descent: choice, then concatenation, then repetition.</summary>
internal sealed class ExpressionReader(string text)
{
    public const string Special = "|*+?()[].\\^-";

    private const int MaximalNesting = 200;

    private int _at;
    private int _nesting;

    public RegularExpression Read()
    {
        var result = Choice();
        return _at == text.Length ? result : throw Error($"'{text[_at]}' has no '(' before it");
    }

    private RegularExpression Choice()
    {
        if (++_nesting > MaximalNesting) throw Error($"this is nested more than {MaximalNesting} deep");
        var result = Sequence();
        while (Take('|')) result = new Choice(result, Sequence());
        _nesting--;
        return result;
    }

    private RegularExpression Sequence()
    {
        RegularExpression? result = null;
        while (_at < text.Length && text[_at] is not ('|' or ')'))
        {
            var next = Repeated();
            result = result is null ? next : new Concatenation(result, next);
        }

        return result ?? new EmptyWord();
    }

    private RegularExpression Repeated()
    {
        var result = Single();
        while (_at < text.Length && text[_at] is '*' or '+' or '?')
        {
            var sign = text[_at++];
            result = new Repetition(result, sign != '+', sign != '?');
        }

        return result;
    }

    private RegularExpression Single()
    {
        switch (text[_at])
        {
            case '*' or '+' or '?':
                throw Error($"'{text[_at]}' repeats nothing");
            case '(':
                var open = _at++;
                var inner = Choice();
                if (!Take(')')) throw Error("this '(' is never closed", open);
                return inner;
            case '[':
                return new Characters(Class());
            case '.':
                _at++;
                return new Characters(CharSet.Of('\n').Complement());
            default:
                return new Characters(CharSet.Of(Character()));
        }
    }

    private CharSet Class()
    {
        var open = _at++;
        var isComplement = Take('^');
        var ranges = new List<(char, char)>();
        while (!Take(']'))
        {
            if (_at == text.Length) throw Error("this '[' is never closed", open);
            var from = _at;
            var low = Character();
            var high = _at + 1 < text.Length && text[_at] == '-' && text[_at + 1] != ']' && Take('-') ? Character() : low;
            if (high < low) throw Error($"'{low}' comes after '{high}'", from);
            ranges.Add((low, high));
        }

        var set = CharSet.Of(ranges);
        if (isComplement) set = set.Complement();
        return set.IsEmpty ? throw Error("this class has no characters", open) : set;
    }

    private char Character()
    {
        if (!Take('\\')) return text[_at++];
        if (_at == text.Length) throw Error("a character must follow '\\'");
        return text[_at++] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var c => c };
    }

    private bool Take(char c)
    {
        if (_at == text.Length || text[_at] != c) return false;
        _at++;
        return true;
    }

    private FormatException Error(string message, int? at = null) => new($"{text}, character {(at ?? _at) + 1}: {message}");
}
