using System.Collections.Frozen;

namespace Qiansi.Snl.Lexing;

/// <summary>How the classes of tokens are written.</summary>
public static class TokenKinds
{
    private static readonly string[] Spellings =
    [
        "end of file", "ID", "INTC", "CHARC",
        "program", "type", "var", "procedure", "begin", "end", "integer", "char", "array", "of", "record", "if", "then", "else", "fi",
            "while", "do", "endwh", "read", "write", "return",
        ":=", "+", "-", "*", "/", "(", ")", "[", "]", ";", ",", ".", "..", "<", "=",
    ];

    private static readonly FrozenDictionary<string,
        TokenKind> Kinds = Enum.GetValues<TokenKind>().ToFrozenDictionary(k => Spellings[(int)k]);

    /// <summary>The reserved words, in the order of their classes.</summary>
    public static IReadOnlyList<string> ReservedWords { get; } = Spellings[(int)TokenKind.Program..((int)TokenKind.Return + 1)];

    /// <summary>The word or symbol itself, or the grammar's name of a class with values: <c>ID</c>, <c>INTC</c>, <c>CHARC</c>.</summary>
    public static string Spelling(this TokenKind kind) => Spellings[(int)kind];

    /// <summary>The class that a grammar's terminal names, or null.</summary>
    public static TokenKind? FromSpelling(string terminal) => Kinds.TryGetValue(terminal, out var kind) ? kind : null;

    /// <summary>Whether it is a reserved word.</summary>
    public static bool IsReserved(this TokenKind kind) => kind is >= TokenKind.Program and <= TokenKind.Return;

    /// <summary>How a message says it.</summary>
    internal static string InWords(this TokenKind kind) => kind switch
    {
        TokenKind.EndOfFile => "the end of the file",
        TokenKind.Identifier => "a name",
        TokenKind.Integer => "an integer",
        TokenKind.Character => "a character",
        _ => $"'{kind.Spelling()}'",
    };
}
