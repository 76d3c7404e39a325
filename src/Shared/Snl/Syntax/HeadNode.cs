namespace Qiansi.Snl.Syntax;

/// <summary>The head of a program.</summary>
public sealed class HeadNode : SyntaxNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.ProgramHead;

    /// <summary>The program's name.</summary>
    public Identifier Name { get; internal set; }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [];

    /// <inheritdoc/>
    public override string Detail => Name.Name;
}
