using System.Globalization;

namespace Qiansi.Documents.Comparing;

/// <summary>Cuts a line into words, numbers, white space and single other characters.</summary>
internal ref struct TextTokens(ReadOnlySpan<char> line)
{
    private readonly ReadOnlySpan<char> _line = line;
    private int _position;

    /// <summary>Start of the current token.</summary>
    public int Start { get; private set; }

    /// <summary>The current token.</summary>
    public readonly ReadOnlySpan<char> Text => _line[Start.._position];

    /// <summary>The current token's value when it is a number.</summary>
    public double? Number { get; private set; }

    /// <summary>Whether the current token is white space.</summary>
    public readonly bool IsSpace => char.IsWhiteSpace(_line[Start]);

    /// <summary>Goes to the next token.</summary>
    public bool Next()
    {
        Start = _position;
        Number = null;
        if (_position == _line.Length) return false;
        var c = _line[_position];
        if (char.IsWhiteSpace(c)) Skip(char.IsWhiteSpace);
        else if (char.IsLetter(c) || c == '_') Skip(w => char.IsLetterOrDigit(w) || w == '_');
        else if (NumberLength(_line[_position..]) is > 0 and var length && !(c is '-' or '+' && FollowsOperand()))
        {
            _position += length;
            Number = double.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        }
        else
        {
            _position++;
        }

        return true;
    }

    /// <summary>Length of the decimal number a text starts with, 0 when it starts with none.</summary>
    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var end = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var digits = Digits(text, ref end);
        if (end < text.Length && text[end] == '.')
        {
            var fraction = end + 1;
            var more = Digits(text, ref fraction);
            if (digits + more > 0 && (more > 0 || !(fraction < text.Length && char.IsLetter(text[fraction])))) end = fraction;
            digits += more;
        }

        if (digits == 0) return 0;
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var exponent = end + 1;
            if (exponent < text.Length && text[exponent] is '-' or '+') exponent++;
            if (Digits(text, ref exponent) > 0) end = exponent;
        }

        return end;
    }

    private static int Digits(ReadOnlySpan<char> text, ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        return position - start;
    }

    /// <summary>Whether a sign at the position joins two operands (<c>3-4</c>) and belongs to no number.</summary>
    private readonly bool FollowsOperand() =>
        _position > 0 && (char.IsLetterOrDigit(_line[_position - 1]) || _line[_position - 1] is ')' or ']' or '_');

    private void Skip(Func<char, bool> belongs)
    {
        while (_position < _line.Length && belongs(_line[_position])) _position++;
    }
}
