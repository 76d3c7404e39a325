using Qiansi.Snl.Lexing;
using Qiansi.Snl.Syntax;
using static Qiansi.Snl.Lexing.TokenKind;

namespace Qiansi.Snl.Parsing;

/// <content>Declarations: types, variables, procedures.</content>
public sealed partial class RecursiveDescentParser
{
    private void ParseDeclarations(BlockNode block, bool afterHead)
    {
        if (Current is not (TokenKind.Type or Var or TokenKind.Procedure or Begin))
        {
            Fail(TokenKind.Type, Var, TokenKind.Procedure, Begin);
            SkipTo(afterHead);
        }

        // How far the order type, var, procedure has come.
        for (var stage = 0; ; SkipTo(false))
        {
            switch (Current)
            {
                case TokenKind.Type:
                    if (stage > 0) FailOrder();
                    ParseTypes(block.Types ??= new(NodeKind.TypePart));
                    stage = Math.Max(stage, 1);
                    break;
                case Var:
                    if (stage > 1) FailOrder();
                    ParseVariables(block.Variables ??= new(NodeKind.VariablePart));
                    stage = Math.Max(stage, 2);
                    break;
                case TokenKind.Procedure:
                    block.Add(ParseProcedure());
                    stage = 2;
                    break;
                default:
                    return;
            }

            if (Current is not (TokenKind.Type or Var or TokenKind.Procedure or Begin)) FailOrder();

            void FailOrder() => Fail(stage == 1 ? [Var, TokenKind.Procedure, Begin] : [TokenKind.Procedure, Begin]);
        }

        // To the next part; in a garbled head also past statements, which cannot stand there.
        void SkipTo(bool past)
        {
            while (Current is not (TokenKind.Type or Var or TokenKind.Procedure or Begin or EndOfFile)
                && (past || !(Current is End or If or While or Read or Write or Return))) _at++;
        }
    }

    private void ParseTypes(PartNode part)
    {
        var start = Start;
        _at++;
        do
        {
            var declaration = new DeclarationNode();
            var first = Start;
            var name = ExpectName();
            declaration.Names.Add(name);
            if (!Expect(Equal)) SkipDeclaration();
            if (Current is IntegerType or CharType or TokenKind.Array or TokenKind.Record or TokenKind.Identifier) ParseType(declaration);
            else FailType();
            declaration.Span = Since(first);
            part.Declarations.Add(declaration);
            EndDeclaration(Semicolon);
        }
        while (Current == TokenKind.Identifier);
        part.Span = Since(start);
    }

    private void ParseVariables(PartNode part)
    {
        var start = Start;
        _at++;
        do
        {
            part.Declarations.Add(ParseTyped(fields: false));
            EndDeclaration(Comma, Semicolon);
        }
        while (BeginsType(Current));
        part.Span = Since(start);
    }

    /// <summary>A type and the names that have it.</summary>
    private DeclarationNode ParseTyped(bool fields)
    {
        var declaration = new DeclarationNode();
        var start = Start;
        if (!fields && BeginsType(Current) || Current is IntegerType or CharType or TokenKind.Array)
        {
            ParseType(declaration);
            ParseNames(declaration.Names);
        }
        else if (fields)
        {
            Fail(IntegerType, CharType, TokenKind.Array);
        }
        else
        {
            FailType();
        }

        declaration.Span = Since(start);
        return declaration;
    }

    private void ParseNames(List<Syntax.Identifier> names)
    {
        names.Add(ExpectName());
        while (Current == Comma)
        {
            _at++;
            names.Add(ExpectName());
        }
    }

    private void ParseType(DeclarationNode declaration)
    {
        var start = Start;
        switch (Current)
        {
            case TokenKind.Array:
                declaration.Form = TypeForm.Array;
                _at++;
                Expect(OpenBracket);
                var bounds = Start;
                declaration.Low = ExpectInteger();
                Expect(DotDot);
                declaration.High = ExpectInteger();
                declaration.Bounds = Since(bounds);
                Expect(CloseBracket);
                Expect(Of);
                if (Current is IntegerType or CharType)
                    declaration.Element = _tokens[_at++].Kind == CharType ? TypeForm.Char : TypeForm.Integer;
                else Fail(IntegerType, CharType);
                break;
            case TokenKind.Record:
                declaration.Form = TypeForm.Record;
                _at++;
                do
                {
                    declaration.Fields.Add(ParseTyped(fields: true));
                    EndDeclaration(Comma, Semicolon);
                }
                while (Current is IntegerType or CharType or TokenKind.Array);
                Expect(End);
                break;
            case TokenKind.Identifier:
                declaration.Form = TypeForm.Identifier;
                declaration.TypeName = ExpectName();
                break;
            default:
                declaration.Form = _tokens[_at++].Kind == CharType ? TypeForm.Char : TypeForm.Integer;
                break;
        }

        declaration.TypeSpan = Since(start);
    }

    private ProcedureNode ParseProcedure()
    {
        var start = Start;
        var procedure = new ProcedureNode();
        _at++;
        procedure.Name = ExpectName();
        Expect(OpenParenthesis);
        if (Current != CloseParenthesis) ParseParameters(procedure);
        Expect(CloseParenthesis);
        Expect(Semicolon);
        if (Enter())
        {
            ParseDeclarations(procedure, afterHead: false);
            ParseBody(procedure);
            _depth--;
        }

        procedure.Span = Since(start);
        return procedure;
    }

    private void ParseParameters(ProcedureNode procedure)
    {
        while (true)
        {
            var start = Start;
            var passing = Current == Var ? PassingMode.Variable : PassingMode.Value;
            if (Current == Var) _at++;
            if (!BeginsType(Current) && passing == PassingMode.Value)
            {
                Fail(procedure.Parameters.Count == 0
                    ? [IntegerType, CharType, TokenKind.Array, TokenKind.Record, TokenKind.Identifier, Var, CloseParenthesis]
                    : [IntegerType, CharType, TokenKind.Array, TokenKind.Record, TokenKind.Identifier, Var]);
            }

            var parameter = ParseTyped(fields: false);
            parameter.Passing = passing;
            parameter.Span = Since(start);
            procedure.Parameters.Add(parameter);
            if (Current is not (Semicolon or CloseParenthesis))
            {
                Fail(Comma, Semicolon, CloseParenthesis);
                while (Current is not (Semicolon or CloseParenthesis or Begin or TokenKind.Procedure or TokenKind.Type or EndOfFile)) _at++;
            }

            if (Current != Semicolon) return;
            _at++;
        }
    }

    private void ParseBody(BlockNode block)
    {
        Expect(Begin);
        var (ifs, whiles) = (_openIfs, _openWhiles);
        (_openIfs, _openWhiles) = (0, 0);
        block.Body = ParseStatements();
        (_openIfs, _openWhiles) = (ifs, whiles);
        Expect(End);
    }

    private static bool BeginsType(TokenKind kind) =>
        kind is IntegerType or CharType or TokenKind.Array or TokenKind.Record or TokenKind.Identifier;

    private void FailType() => Fail(IntegerType, CharType, TokenKind.Array, TokenKind.Record, TokenKind.Identifier);

    private void EndDeclaration(params ReadOnlySpan<TokenKind> expected)
    {
        if (Current == Semicolon)
        {
            _at++;
            return;
        }

        Fail([.. expected]);
        SkipDeclaration();
        if (Current == Semicolon) _at++;
    }

    private void SkipDeclaration()
    {
        while (Current is not (Semicolon or IntegerType or CharType or TokenKind.Array or TokenKind.Record or TokenKind.Type or Var
            or TokenKind.Procedure or Begin or End or EndOfFile)) _at++;
    }
}
