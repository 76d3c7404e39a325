namespace Qiansi.Snl.Syntax;

/// <summary><c>read(variable)</c>.</summary>
public sealed class ReadNode : StatementNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.Read;

    /// <summary>What gets the value.</summary>
    public VariableNode Target { get => field ??= new(); internal set; }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Target];
}
