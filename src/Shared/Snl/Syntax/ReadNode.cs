namespace Qiansi.Snl.Syntax;

/// <summary><c>read(variable)</c>.</summary>
public sealed class ReadNode : StatementNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.Read;

    /// <summary>What gets the value.</summary>
    public VariableNode Target { get; internal set; } = new();

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Target];
}
