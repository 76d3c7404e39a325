using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Syntax;
using static Qiansi.Snl.Lexing.TokenKind;

namespace Qiansi.Snl.Parsing;

/// <summary>
/// Parses by recursive descent: one method a nonterminal, loops where the grammar recurs to the right only to repeat. After an error it
/// goes on at the next semicolon, the next word that begins or ends
/// something, so that several errors are found in one run; each step takes a token or returns.
/// </summary>
public sealed partial class RecursiveDescentParser
{
    private readonly LexedText _text;
    private readonly Token[] _tokens;
    private readonly SyntaxErrors _errors;
    private readonly NameTable _names = new();

    /// <summary>The statements so far of the lists that are being parsed, the outer ones first.</summary>
    private readonly List<StatementNode> _statements = [];
    private int _at;
    private int _depth;
    private int _openIfs;
    private int _openWhiles;

    private RecursiveDescentParser(LexedText text, DiagnosticBag diagnostics) =>
        (_text, _tokens, _errors) = (text, text.Tokens, new(text, diagnostics));

    private TokenKind Current => _tokens[_at].Kind;

    private int Start => _tokens[_at].Start;

    /// <summary>Parses a program; what is wrong is reported, and the tree holds what could be made of it.</summary>
    public static ProgramNode Parse(LexedText text, DiagnosticBag diagnostics) =>
        new RecursiveDescentParser(text, diagnostics).ParseProgram();

    private ProgramNode ParseProgram()
    {
        var start = Start;
        var program = new ProgramNode();
        Expect(TokenKind.Program);
        program.Head = new HeadNode { Name = ExpectName(), Span = Since(start) };
        ParseDeclarations(program, afterHead: true);
        ParseBody(program);
        Expect(Dot);
        program.Span = Since(start);
        if (Current != EndOfFile) Fail(EndOfFile);
        return program;
    }

    private bool Enter()
    {
        if (_depth < Limits.Nesting)
        {
            _depth++;
            return true;
        }

        GiveUp($"this is nested more than {Limits.Nesting} levels deep");
        return false;
    }

    private void GiveUp(string why)
    {
        _errors.TooDeep(_at, why);
        _at = _tokens.Length - 1;
    }

    private bool Expect(TokenKind kind)
    {
        if (Current == kind)
        {
            if (kind != EndOfFile) _at++;
            return true;
        }

        Fail(kind);
        return false;
    }

    private Syntax.Identifier ExpectName()
    {
        var token = _tokens[_at];
        if (Expect(TokenKind.Identifier)) return new(_names.Of(_text.Source.Text.AsSpan(token.Start, token.Length)), token.Span);
        // A reserved word taken for a name.
        if (token.Kind.IsReserved() && _tokens[_at + 1].Kind is Semicolon or Comma or Equal or CloseParenthesis) _at++;
        return new("", new(token.Start, 0));
    }

    private int ExpectInteger()
    {
        var token = _tokens[_at];
        return Expect(Integer) ? token.ValueIn(_text.Source) : 0;
    }

    private void Fail(params TokenKind[] expected) => _errors.Unexpected(_at, expected);

    private Span Since(int start) =>
        _at == 0 || _tokens[_at - 1].Span.End < start ? new(start, 0) : new(start, _tokens[_at - 1].Span.End - start);
}
