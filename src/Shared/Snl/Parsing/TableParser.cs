using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Grammars;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Syntax;

namespace Qiansi.Snl.Parsing;

/// <summary>
/// Parses SNL with the LL(1) table of <see cref="SnlGrammar.Extended"/>; the tree is that of <see cref="RecursiveDescentParser"/>.
/// </summary>
public static class TableParser
{
    private static readonly Lazy<(LlParser Parser, int[] Numbers)> Prepared = new(() =>
    {
        var parser = new LlParser(LlTable.Of(SnlGrammar.Extended));
        return (parser, [.. Enum.GetValues<TokenKind>()
            .Select(k => parser.Numbers[k == TokenKind.EndOfFile ? Grammar.EndMark : k.Spelling()])]);
    });

    /// <summary>Parses a program; what is wrong is reported, and the tree holds what could be made of it.</summary>
    public static ProgramNode Parse(LexedText text, DiagnosticBag diagnostics) =>
        TreeBuilder.Build(ParseTree(text, diagnostics), text, diagnostics);

    /// <summary>The parse tree by the grammar's productions.</summary>
    /// <param name="text">The program.</param>
    /// <param name="diagnostics">What is wrong.</param>
    /// <param name="onStep">Is told each step of the parser.</param>
    public static ParseNode ParseTree(LexedText text, DiagnosticBag diagnostics, Action<LlStep>? onStep = null)
    {
        var (parser, numbers) = Prepared.Value;
        var errors = new SyntaxErrors(text, diagnostics);
        var tokens = new int[text.Tokens.Length];
        for (var i = 0; i < tokens.Length; i++) tokens[i] = numbers[(int)text.Tokens[i].Kind];
        return parser.Run(tokens, Limits.Nesting, onStep,
            (at, expected) =>
                errors.Unexpected(at, [.. expected
                .Select(e => e == Grammar.EndMark ? TokenKind.EndOfFile : TokenKinds.FromSpelling(e)!.Value)]),
            at => errors.TooDeep(at, $"this is nested more than {Limits.Nesting} levels deep"));
    }
}
