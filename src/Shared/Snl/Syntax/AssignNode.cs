namespace Qiansi.Snl.Syntax;

/// <summary><c>variable := expression</c>.</summary>
public sealed class AssignNode : StatementNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.Assign;

    /// <summary>The left side.</summary>
    public required VariableNode Target { get; init; }

    /// <summary>The right side.</summary>
    public ExpressionNode Value { get => field ??= ExpressionNode.Missing; internal set; }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Target, Value];
}
