using System.Runtime.InteropServices;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Syntax;
using static Qiansi.Snl.Lexing.TokenKind;

namespace Qiansi.Snl.Parsing;

/// <content>Statements.</content>
public sealed partial class RecursiveDescentParser
{
    private StatementListNode ParseStatements()
    {
        var first = _statements.Count;
        if (Enter())
        {
            while (ParseStatementAndSeparator())
            {
            }

            _depth--;
        }

        var list = new StatementListNode { Statements = [.. CollectionsMarshal.AsSpan(_statements)[first..]] };
        _statements.RemoveRange(first, _statements.Count - first);
        if (list.Statements is [var begin, ..]) list.Span = begin.Span.To(list.Statements[^1].Span);
        return list;
    }

    /// <summary>One statement and what follows it; false at the end of the list.</summary>
    private bool ParseStatementAndSeparator()
    {
        if (ParseStatement() is { } statement) _statements.Add(statement);
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
}
