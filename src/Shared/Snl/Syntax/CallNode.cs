namespace Qiansi.Snl.Syntax;

/// <summary><c>procedure(arguments)</c>.</summary>
public sealed class CallNode : StatementNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.Call;

    /// <summary>The procedure's name.</summary>
    public Identifier Name { get; internal set; }

    /// <summary>The arguments.</summary>
    public List<ExpressionNode> Arguments { get; internal set; } = [];

    /// <summary>The procedure; null before the semantic analysis, or when there is none of that name.</summary>
    public Semantics.ProcedureSymbol? Procedure { get; internal set; }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => Arguments;

    /// <inheritdoc/>
    public override string Detail => Name.Name;
}
