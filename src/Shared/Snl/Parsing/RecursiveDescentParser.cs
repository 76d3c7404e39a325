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
public sealed class RecursiveDescentParser
{
    private readonly LexedText _text;
    private readonly Token[] _tokens;
    private readonly SyntaxErrors _errors;
    private readonly NameTable _names = new();
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
                    block.Procedures.Add(ParseProcedure());
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

    private StatementListNode ParseStatements()
    {
        var list = new StatementListNode();
        if (Enter())
        {
            while (ParseStatementAndSeparator(list))
            {
            }

            _depth--;
        }

        if (list.Statements.Count > 0) list.Span = list.Statements[0].Span.To(list.Statements[^1].Span);
        return list;
    }

    /// <summary>One statement and what follows it; false at the end of the list.</summary>
    private bool ParseStatementAndSeparator(StatementListNode list)
    {
        if (ParseStatement() is { } statement) list.Statements.Add(statement);
        if (Current == Semicolon)
        {
            _at++;
            if (!EndsList(Current)) return true;
            if (Current is End or Else or Fi or EndWhile) _errors.ExtraSemicolon(_at - 1);
            return false;
        }

        if (Current is End or Else or Fi or EndWhile && EndsList(Current)) return false;
        Fail(_openIfs > 0 ? [Semicolon, Else, Fi] : _openWhiles > 0 ? [Semicolon, EndWhile] : [Semicolon, End]);
        while (Current != Semicolon && !SyntaxErrors.BeginsStatement(Current) && !EndsList(Current)) _at++;
        if (Current == Semicolon) _at++;
        return !EndsList(Current);
    }

    /// <summary>
    /// Whether the enclosing construct, or one around it, is waiting for this word; other closing words are passed over as errors.
    /// </summary>
    private bool EndsList(TokenKind kind) => kind switch
    {
        End or EndOfFile or Begin or TokenKind.Procedure or Var or TokenKind.Type => true,
        Else or Fi => _openIfs > 0,
        EndWhile => _openWhiles > 0,
        _ => false,
    };

    private StatementNode? ParseStatement()
    {
        var start = Start;
        StatementNode statement;
        switch (Current)
        {
            case If:
                statement = ParseIf();
                break;
            case While:
                statement = ParseWhile();
                break;
            case Read:
                _at++;
                Expect(OpenParenthesis);
                statement = new ReadNode { Target = Current == TokenKind.Identifier ? ParseVariable() : MissingVariable() };
                Expect(CloseParenthesis);
                break;
            case Write:
                _at++;
                Expect(OpenParenthesis);
                statement = new WriteNode { Value = ParseExpression() };
                Expect(CloseParenthesis);
                break;
            case Return:
                _at++;
                var value = default(ExpressionNode);
                if (Current == OpenParenthesis)
                {
                    _at++;
                    value = ParseExpression();
                    Expect(CloseParenthesis);
                }

                statement = new ReturnNode { Value = value };
                break;
            case TokenKind.Identifier when _tokens[_at + 1].Kind == OpenParenthesis:
                statement = ParseCall();
                break;
            case TokenKind.Identifier:
                var target = ParseVariable();
                if (Current != Assign)
                {
                    Fail(target.Form switch
                    {
                        VariableForm.Identifier => [OpenBracket, Dot, Assign, OpenParenthesis],
                        VariableForm.Field when target.Index is null => [OpenBracket, Assign],
                        _ => [Assign],
                    });
                    if (Current is Equal) _at++;   // meant as :=
                    else return new AssignNode { Target = target, Span = Since(start) };
                }
                else
                {
                    _at++;
                }

                statement = new AssignNode { Target = target, Value = ParseExpression() };
                break;
            default:
                Fail(TokenKind.Identifier, If, While, Read, Write, Return);
                return null;
        }

        statement.Span = Since(start);
        return statement;
    }

    private IfNode ParseIf()
    {
        var node = new IfNode();
        _at++;
        node.Condition = ParseCondition();
        Expect(Then);
        _openIfs++;
        node.Then = ParseStatements();
        if (Expect(Else)) node.Else = ParseStatements();
        _openIfs--;
        Expect(Fi);
        return node;
    }

    private WhileNode ParseWhile()
    {
        var node = new WhileNode();
        _at++;
        node.Condition = ParseCondition();
        Expect(Do);
        _openWhiles++;
        node.Body = ParseStatements();
        _openWhiles--;
        Expect(EndWhile);
        return node;
    }

    private CallNode ParseCall()
    {
        var call = new CallNode { Name = ExpectName() };
        _at++;
        if (Current != CloseParenthesis)
        {
            call.Arguments.Add(ParseExpression());
            while (Current == Comma)
            {
                _at++;
                call.Arguments.Add(ParseExpression());
            }
        }

        Expect(CloseParenthesis);
        return call;
    }

    private ExpressionNode ParseCondition()
    {
        var left = ParseExpression();
        if (Current is not (Less or Equal)) return left;
        var comparison = _tokens[_at++];
        return Binary(comparison, left, ParseExpression());
    }

    private ExpressionNode ParseExpression()
    {
        var left = ParseTerm();
        while (Current is Plus or Minus)
        {
            var operation = _tokens[_at++];
            left = Binary(operation, left, ParseTerm());
        }

        return left;
    }

    private ExpressionNode ParseTerm()
    {
        var left = ParseFactor();
        while (Current is Times or Divide)
        {
            var operation = _tokens[_at++];
            left = Binary(operation, left, ParseFactor());
        }

        return left;
    }

    private ExpressionNode ParseFactor()
    {
        var token = _tokens[_at];
        switch (token.Kind)
        {
            case Integer or Character:
                _at++;
                return new ConstantNode { Value = token.ValueIn(_text.Source), IsCharacter = token.Kind == Character, Span = token.Span };
            case TokenKind.Identifier:
                return ParseVariable();
            case OpenParenthesis when Enter():
                _at++;
                var inner = ParseExpression();
                Expect(CloseParenthesis);
                inner.Span = Since(token.Start);
                _depth--;
                return inner;
            default:
                Fail(OpenParenthesis, Integer, Character, TokenKind.Identifier);
                return MissingExpression();
        }
    }

    private VariableNode ParseVariable()
    {
        var start = Start;
        var name = ExpectName();
        var field = default(Syntax.Identifier?);
        if (Current == Dot)
        {
            _at++;
            field = ExpectName();
        }

        var index = Current == OpenBracket ? ParseSubscript() : null;
        return new VariableNode { Name = name, Field = field, Index = index, Height = 1 + (index?.Height ?? 0), Span = Since(start) };
    }

    private ExpressionNode ParseSubscript()
    {
        _at++;
        if (!Enter()) return MissingExpression();
        var index = ParseExpression();
        _depth--;
        Expect(CloseBracket);
        return index;
    }

    private ExpressionNode Binary(Token operation, ExpressionNode left, ExpressionNode right)
    {
        if (Math.Max(left.Height, right.Height) < Limits.ExpressionHeight) return new OperatorNode(operation, left, right);
        GiveUp($"this expression has more than {Limits.ExpressionHeight} operators one after the other");
        return left;
    }

    private VariableNode MissingVariable()
    {
        Fail(TokenKind.Identifier);
        return MissingExpression();
    }

    private VariableNode MissingExpression() => new() { Span = new(Start, 0) };

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

    private static bool BeginsType(TokenKind kind) =>
        kind is IntegerType or CharType or TokenKind.Array or TokenKind.Record or TokenKind.Identifier;

    private void FailType() => Fail(IntegerType, CharType, TokenKind.Array, TokenKind.Record, TokenKind.Identifier);

    private void EndDeclaration(params TokenKind[] expected)
    {
        if (Current == Semicolon)
        {
            _at++;
            return;
        }

        Fail(expected);
        SkipDeclaration();
        if (Current == Semicolon) _at++;
    }

    private void SkipDeclaration()
    {
        while (Current is not (Semicolon or IntegerType or CharType or TokenKind.Array or TokenKind.Record or TokenKind.Type or Var
            or TokenKind.Procedure or Begin or End or EndOfFile)) _at++;
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
