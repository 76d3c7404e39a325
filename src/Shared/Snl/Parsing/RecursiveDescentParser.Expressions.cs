using Qiansi.Snl.Lexing;
using Qiansi.Snl.Syntax;
using static Qiansi.Snl.Lexing.TokenKind;

namespace Qiansi.Snl.Parsing;

/// <content>Expressions and variables.</content>
public sealed partial class RecursiveDescentParser
{
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
        return new VariableNode { Name = name, Field = field, Index = index, Span = Since(start) };
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
}
