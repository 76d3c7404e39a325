namespace Qiansi.Snl.Syntax;

/// <summary><c>if … then … else … fi</c>.</summary>
public sealed class IfNode : StatementNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.If;

    /// <summary>What decides.</summary>
    public ExpressionNode Condition { get => field ??= ExpressionNode.Missing; internal set; }

    /// <summary>When it holds.</summary>
    public StatementListNode Then { get => field ??= new(); internal set; }

    /// <summary>When it does not.</summary>
    public StatementListNode Else { get => field ??= new(); internal set; }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Condition, Then, Else];
}
