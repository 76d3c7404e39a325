using System.Collections.Immutable;

namespace Qiansi.Snl.Syntax;

/// <summary>A list of statements.</summary>
public sealed class StatementListNode : SyntaxNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.StatementList;

    /// <summary>The statements.</summary>
    public ImmutableArray<StatementNode> Statements { get; internal set; } = [];

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => Statements;

    /// <inheritdoc/>
    public override string Detail => "";
}
