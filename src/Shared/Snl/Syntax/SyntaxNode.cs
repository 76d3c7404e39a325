namespace Qiansi.Snl.Syntax;

/// <summary>A node of a syntax tree.</summary>
public abstract class SyntaxNode
{
    /// <summary>What it is.</summary>
    public abstract NodeKind Kind { get; }

    /// <summary>The text it stands for.</summary>
    public Span Span { get; internal set; }

    /// <summary>Its children, in the order of the text.</summary>
    public abstract IEnumerable<SyntaxNode> Children { get; }

    /// <summary>What the node says besides its kind: names, operator, value; may be empty.</summary>
    public abstract string Detail { get; }

    /// <summary>The course's name of the node: <c>ExpK OpK +</c>, <c>DecK IntegerK i j</c>.</summary>
    public override string ToString() => CourseNames.Of(this) is var name && Detail.Length > 0 ? $"{name} {Detail}" : name;

    /// <summary>The innermost node that holds an offset, itself when none of its children does.</summary>
    public SyntaxNode At(int offset)
    {
        var node = this;
        while (node.Children.FirstOrDefault(c => c.Span.Start <= offset && offset <= c.Span.End) is { } child) node = child;
        return node;
    }
}
