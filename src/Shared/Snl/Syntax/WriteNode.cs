namespace Qiansi.Snl.Syntax;

/// <summary><c>write(expression)</c>.</summary>
public sealed class WriteNode : StatementNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.Write;

    /// <summary>What is written.</summary>
    public ExpressionNode Value { get => field ??= ExpressionNode.Missing; internal set; }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Value];
}
