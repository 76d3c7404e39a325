using Qiansi.Snl.Lexing;
using Qiansi.Snl.Syntax;

namespace Qiansi.Snl.Semantics;

/// <summary>Arithmetic as programs do it, at compile time.</summary>
internal static class ConstantValue
{
    /// <summary>The value of an expression of constants; null when it holds a variable, a comparison or a division by zero.</summary>
    public static int? Of(ExpressionNode expression) => expression switch
    {
        ConstantNode c => c.Value,
        OperatorNode o when !o.IsComparison && Of(o.Left) is { } left && Of(o.Right) is { } right => Apply(o.Operator, left, right),
        _ => null,
    };

    /// <summary>+, - and * modulo 2³²; / towards zero, and the smallest integer by -1 is itself; null for a division by zero.</summary>
    public static int? Apply(TokenKind operation, int left, int right) => operation switch
    {
        TokenKind.Plus => unchecked(left + right),
        TokenKind.Minus => unchecked(left - right),
        TokenKind.Times => unchecked(left * right),
        _ when right == 0 => null,
        _ => right == -1 ? unchecked(-left) : left / right,
    };
}
