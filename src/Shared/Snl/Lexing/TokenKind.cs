namespace Qiansi.Snl.Lexing;

/// <summary>The classes of tokens: the end, three with a value, 21 reserved words, 15 symbols.</summary>
public enum TokenKind : byte
{
#pragma warning disable CS1591 // reserved words and symbols say what they are
    EndOfFile,
    Identifier, Integer, Character,
    Program, Type, Var, Procedure, Begin, End, IntegerType, CharType, Array, Of, Record, If, Then, Else, Fi, While, Do, EndWhile, Read,
    Write, Return,
    Assign, Plus, Minus, Times, Divide, OpenParenthesis, CloseParenthesis, OpenBracket, CloseBracket, Semicolon, Comma, Dot, DotDot, Less,
    Equal,
#pragma warning restore CS1591
}
