using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Lexing;
using static Qiansi.Snl.Lexing.TokenKind;

namespace Qiansi.Snl.Parsing;

/// <summary>
/// Words the errors of both parsers, and keeps quiet about what only follows from an error before: there is at most one at a token.
/// </summary>
internal sealed class SyntaxErrors(LexedText text, DiagnosticBag diagnostics)
{
    private int _last = -1;
    private bool _silent;

    /// <summary>A token that does not fit.</summary>
    /// <param name="index">Which.</param>
    /// <param name="expected">What would have.</param>
    public void Unexpected(int index, IReadOnlyCollection<TokenKind> expected)
    {
        if (_silent || index <= _last) return;
        _last = index;
        var token = text.Tokens[index];
        var span = token.Span;
        var missing = expected.Contains(Semicolon) && index > 0
            && (expected.Count == 1 || token.Kind is Begin or TokenKind.Procedure or Var || BeginsStatement(token.Kind)
                && !expected.Contains(Comma));
        if (missing) span = new(text.Tokens[index - 1].Span.End, 0);
        var found = token.Kind is Identifier or Integer or Character || token.Kind.IsReserved() ? $"'{token.TextIn(text.Source)}'"
            : token.Kind.InWords();
        var message = missing ? $"';' is missing before {found}" : $"unexpected {found}; expected {List(expected)}";
        diagnostics.Add(Rule.UnexpectedToken, span, message, missing ? null : Hint(token, index, expected));
    }

    /// <summary>More nesting than a parser follows; nothing is reported after it.</summary>
    public void TooDeep(int index, string what)
    {
        if (!_silent) diagnostics.Add(Rule.TooDeep, text.Tokens[index].Span, what, "give parts of it names: variables, or procedures");
        _silent = true;
    }

    /// <summary>A semicolon that separates a statement from nothing.</summary>
    public void ExtraSemicolon(int semicolon) => diagnostics.Add(Rule.ExtraSemicolon, text.Tokens[semicolon].Span,
        $"this ';' stands before {text.Tokens[semicolon + 1].Kind.InWords()}", "semicolons stand between statements; leave it out");

    public static bool BeginsStatement(TokenKind kind) => kind is Identifier or If or While or Read or Write or Return;

    private static string List(IReadOnlyCollection<TokenKind> expected)
    {
        string[] words = [.. expected.Order().Select(k => k.InWords()).Distinct()];
        return words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} or {words[^1]}";
    }

    private string? Hint(Token token, int index, IReadOnlyCollection<TokenKind> expected) => token.Kind switch
    {
        Equal when expected.Contains(Assign) => "an assignment is written :=",
        Assign when expected.Contains(Equal) => "a comparison, and the definition of a type, is written =",
        Minus or Plus when expected.Contains(Integer) => "there are no signed numbers; write 0 - x",
        Fi when expected.Contains(Else) => "each if has an else: if … then … else … fi",
        Dot when expected.Contains(DotDot) => "the bounds of an array are written low .. high",
        Semicolon when index > 0 && text.Tokens[index - 1].Kind == Semicolon => "two semicolons; leave one out",
        Else or Fi or EndWhile or End when index > 0 && text.Tokens[index - 1].Kind is Then or Else or Do or Begin =>
            "a list of statements holds at least one",
        Semicolon when expected.Contains(Else) || expected.Contains(Fi) => "if … then … else … fi",
        EndOfFile when expected.Contains(Dot) => "a program ends with 'end.'",
        EndOfFile or End when expected.Contains(EndWhile) => "a while loop ends with endwh",
        EndOfFile or End or EndWhile when expected.Contains(Fi) || expected.Contains(Else) => "an if ends with else … fi",
        Integer when expected.Contains(IntegerType) => "a type is integer, char, array, record or the name of a declared type",
        _ when token.Kind.IsReserved() && expected.Contains(Identifier) && expected.Count == 1 =>
            $"'{token.TextIn(text.Source)}' is a reserved word; choose another name",
        TokenKind.Type or Var when expected.Contains(Begin) => "declarations stand in the order type, var, procedure",
        _ => null,
    };
}
