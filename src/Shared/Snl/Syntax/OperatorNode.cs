using Qiansi.Snl.Lexing;

namespace Qiansi.Snl.Syntax;

/// <summary>
/// An operator with its operands. <c>- /</c> and all others associate to the left, though the grammar's productions recur to the right.
/// </summary>
public sealed class OperatorNode : ExpressionNode
{
    internal OperatorNode(Token token, ExpressionNode left, ExpressionNode right)
    {
        (Operator, OperatorSpan, Left, Right) = (token.Kind, token.Span, left, right);
        Span = left.Span.To(right.Span);
        Height = 1 + Math.Max(left.Height, right.Height);
    }

    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.Operator;

    /// <summary><c>+ - * / &lt; =</c>.</summary>
    public TokenKind Operator { get; }

    /// <summary>Where the operator stands.</summary>
    public Span OperatorSpan { get; }

    /// <summary>Left operand.</summary>
    public ExpressionNode Left { get; }

    /// <summary>Right operand.</summary>
    public ExpressionNode Right { get; }

    /// <summary>Whether it compares: such a node is a condition and no value.</summary>
    public bool IsComparison => Operator is TokenKind.Less or TokenKind.Equal;

    /// <inheritdoc/>
    internal override int Height { get; }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Left, Right];

    /// <inheritdoc/>
    public override string Detail => Operator.Spelling();
}
