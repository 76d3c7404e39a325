namespace Qiansi.Snl.Syntax;

/// <summary>A program.</summary>
public sealed class ProgramNode : BlockNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.Program;

    /// <summary>Its name.</summary>
    public HeadNode Head { get; internal set; } = new();

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => Parts().Prepend(Head);

    /// <inheritdoc/>
    public override string Detail => "";
}
