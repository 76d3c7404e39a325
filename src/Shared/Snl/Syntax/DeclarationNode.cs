namespace Qiansi.Snl.Syntax;

/// <summary>Names with their type: a declared type, variables, fields or parameters.</summary>
public sealed class DeclarationNode : SyntaxNode
{
    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.Declaration;

    /// <summary>How the type is said.</summary>
    public TypeForm Form { get; internal set; }

    /// <summary>How a parameter is passed.</summary>
    public PassingMode Passing { get; internal set; }

    /// <summary>The names declared.</summary>
    public List<Identifier> Names { get; internal set; } = [];

    /// <summary>The type's name, when the form is <see cref="TypeForm.Identifier"/>.</summary>
    public Identifier TypeName { get; internal set; }

    /// <summary>Lower bound of an array.</summary>
    public int Low { get; internal set; }

    /// <summary>Upper bound of an array.</summary>
    public int High { get; internal set; }

    /// <summary>Where an array's bounds stand.</summary>
    public Span Bounds { get; internal set; }

    /// <summary>Base type of an array.</summary>
    public TypeForm Element { get; internal set; }

    /// <summary>Fields of a record.</summary>
    public List<DeclarationNode> Fields { get => field ??= []; internal set; }

    /// <summary>Where the type stands.</summary>
    public Span TypeSpan { get; internal set; }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => Fields;

    /// <inheritdoc/>
    public override string Detail => string.Join(' ', ((string[])
    [
        Form == TypeForm.Array ? $"{Low}..{High} {(Element == TypeForm.Char ? "CharK" : "IntegerK")}" : Form == TypeForm.Identifier
            ? TypeName.Name : "",
        .. Names.Select(n => n.Name),
    ]).Where(s => s.Length > 0));
}
