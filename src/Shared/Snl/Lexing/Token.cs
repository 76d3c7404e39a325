namespace Qiansi.Snl.Lexing;

/// <summary>A word of the program: its class and where it stands.</summary>
/// <param name="Kind">Its class.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Characters.</param>
public readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    /// <summary>Where it stands.</summary>
    public Span Span => new(Start, Length);

    /// <summary>Its characters.</summary>
    public string TextIn(SourceText source) => source.Text.Substring(Start, Length);

    /// <summary>
    /// The value of an integer or of a character constant (its UTF-16 code); 0 for others, and for an integer the lexer reported as too
    /// large.
    /// </summary>
    public int ValueIn(SourceText source)
    {
        if (Kind == TokenKind.Character) return Length == 3 ? source.Text[Start + 1] : 0;
        if (Kind != TokenKind.Integer) return 0;
        long value = 0;
        foreach (var c in source.Text.AsSpan(Start, Length))
        {
            value = value * 10 + (c - '0');
            if (value > int.MaxValue) return 0;
        }

        return (int)value;
    }
}
