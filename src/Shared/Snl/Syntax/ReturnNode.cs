namespace Qiansi.Snl.Syntax;

/// <summary><c>return</c>, or <c>return(expression)</c>, whose value nothing takes: procedures have no result.</summary>
public sealed class ReturnNode : StatementNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.Return;

    /// <summary>The value, or null.</summary>
    public ExpressionNode? Value { get; internal set; }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => Value is null ? [] : [Value];
}
