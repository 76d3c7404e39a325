namespace Qiansi.Snl.Syntax;

/// <summary><c>while … do … endwh</c>.</summary>
public sealed class WhileNode : StatementNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.While;

    /// <summary>As long as it holds.</summary>
    public ExpressionNode Condition { get; internal set; } = ExpressionNode.Missing;

    /// <summary>What is repeated.</summary>
    public StatementListNode Body { get; internal set; } = new();

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Condition, Body];
}
