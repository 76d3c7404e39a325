namespace Qiansi.Snl.Syntax;

/// <summary>Marks the declarations of types (TypeK) or of variables (VarK).</summary>
public sealed class PartNode(NodeKind kind) : SyntaxNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => kind;

    /// <summary>The declarations.</summary>
    public List<DeclarationNode> Declarations { get; } = [];

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => Declarations;

    /// <inheritdoc/>
    public override string Detail => "";
}
