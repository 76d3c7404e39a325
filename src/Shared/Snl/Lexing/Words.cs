namespace Qiansi.Snl.Lexing;

/// <summary>Tells reserved words from names.</summary>
internal static class Words
{
    private static readonly (ulong Letters, TokenKind Kind)[] Table = MakeTable();

    /// <summary>
    /// The class of a word. Its first eight letters in lower case, packed into one number, are compared; each reserved word but
    /// <c>procedure</c> fits.
    /// </summary>
    public static TokenKind KindOf(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 9) return TokenKind.Identifier;
        var packed = Pack(word);
        var (letters, kind) = Table[Slot(packed)];
        return letters == packed && (word.Length == 9 ? kind == TokenKind.Procedure && (word[8] | 0x20) == 'e'
            : kind != TokenKind.Procedure) ? kind : TokenKind.Identifier;
    }

    private static ulong Pack(ReadOnlySpan<char> word)
    {
        ulong packed = 0;
        foreach (var c in word[..Math.Min(8, word.Length)]) packed = packed << 8 | (byte)(c is >= 'A' and <= 'Z' ? c | 0x20 : c);
        return packed;
    }

    private static int Slot(ulong packed) => (int)(packed * 0x9E3779B97F4A7C15UL >> 54);

    private static (ulong, TokenKind)[] MakeTable()
    {
        var table = new (ulong, TokenKind)[1024];
        for (var kind = TokenKind.Program; kind <= TokenKind.Return; kind++)
        {
            var packed = Pack(kind.Spelling());
            if (table[Slot(packed)].Item1 != 0)
                throw new InvalidOperationException($"two reserved words share a slot; one is {kind.Spelling()}");
            table[Slot(packed)] = (packed, kind);
        }

        return table;
    }
}
