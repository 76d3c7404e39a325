namespace Qiansi.Snl.Syntax;

/// <summary>A statement.</summary>
public abstract class StatementNode : SyntaxNode
{
    /// <inheritdoc/>
    public override string Detail => "";
}
