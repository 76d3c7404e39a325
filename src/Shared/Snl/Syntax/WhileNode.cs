namespace Qiansi.Snl.Syntax;

/// <summary><c>while … do … endwh</c>.</summary>
public sealed class WhileNode : StatementNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.While;

    /// <summary>As long as it holds.</summary>
    public ExpressionNode Condition { get => field ??= ExpressionNode.Missing; internal set; }

    /// <summary>What is repeated.</summary>
    public StatementListNode Body { get => field ??= new(); internal set; }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Condition, Body];
}
