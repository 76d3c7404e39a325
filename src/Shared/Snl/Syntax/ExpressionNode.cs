namespace Qiansi.Snl.Syntax;

/// <summary>An expression.</summary>
public abstract class ExpressionNode : SyntaxNode
{
    /// <summary>Its type, from the semantic analysis; null before, and when it is wrong.</summary>
    public Semantics.SnlType? Type { get; internal set; }

    /// <summary>Levels of nodes below, this one counted; the parsers bound it.</summary>
    internal abstract int Height { get; }

    /// <summary>Stands where an expression is missing; the missing thing is reported already.</summary>
    internal static ExpressionNode Missing => new VariableNode();
}
