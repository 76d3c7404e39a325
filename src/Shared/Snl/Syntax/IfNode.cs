namespace Qiansi.Snl.Syntax;

/// <summary><c>if … then … else … fi</c>.</summary>
public sealed class IfNode : StatementNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.If;

    /// <summary>What decides.</summary>
    public ExpressionNode Condition { get; internal set; } = ExpressionNode.Missing;

    /// <summary>When it holds.</summary>
    public StatementListNode Then { get; internal set; } = new();

    /// <summary>When it does not.</summary>
    public StatementListNode Else { get; internal set; } = new();

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Condition, Then, Else];
}
