namespace Qiansi.Snl.Syntax;

/// <summary>A procedure.</summary>
public sealed class ProcedureNode : BlockNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.Procedure;

    /// <summary>Its name.</summary>
    public Identifier Name { get; internal set; }

    /// <summary>Its parameters.</summary>
    public List<DeclarationNode> Parameters { get; internal set; } = [];

    /// <summary>What the semantic analysis knows of it; null before.</summary>
    public Semantics.ProcedureSymbol? Symbol { get; internal set; }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => Parameters.Concat(Parts());

    /// <inheritdoc/>
    public override string Detail => Name.Name;
}
