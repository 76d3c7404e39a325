using System.Text;

namespace Qiansi.Snl.Lexing;

/// <summary>Tokens as text.</summary>
public static class TokenText
{
    /// <summary>One token a line: its place, its class, and its characters where the class has several.</summary>
    public static string Of(LexedText text)
    {
        var lines = new StringBuilder();
        foreach (var token in text.Tokens)
        {
            var place = text.Source.PositionOf(token.Start).ToString();
            var value = ValueOf(token, text.Source);
            lines.Append(place.PadRight(8)).Append(ClassOf(token.Kind).PadRight(value.Length > 0 ? 10 : 0)).Append(value).Append('\n');
        }

        return lines.ToString();
    }

    /// <summary>The class as the course writes it: reserved words and symbols themselves, <c>ID</c>, <c>INTC</c>, <c>CHARC</c>,
    /// <c>EOF</c>.</summary>
    public static string ClassOf(TokenKind kind) => kind == TokenKind.EndOfFile ? "EOF" : kind.Spelling();

    /// <summary>The characters of a name or constant; empty for others.</summary>
    public static string ValueOf(Token token, SourceText source) =>
        token.Kind is TokenKind.Identifier or TokenKind.Integer or TokenKind.Character ? token.TextIn(source) : "";
}
