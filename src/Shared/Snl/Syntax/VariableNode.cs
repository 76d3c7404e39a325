using System.Runtime.CompilerServices;

namespace Qiansi.Snl.Syntax;

/// <summary>A variable, an element of an array, or a field of a record.</summary>
public sealed class VariableNode : ExpressionNode
{
    /// <summary>Few variables have a field; most of a tree are variables.</summary>
    private StrongBox<Identifier>? _field;

    /// <inheritdoc/>
    public override NodeKind Kind => NodeKind.Variable;

    /// <summary>The variable's name.</summary>
    public Identifier Name { get; internal set; }

    /// <summary>The field's name, when there is one.</summary>
    public Identifier? Field
    {
        get => _field?.Value;
        internal set => _field = value is { } name ? new(name) : null;
    }

    /// <summary>The subscript, of the variable or of its field, when there is one.</summary>
    public ExpressionNode? Index { get; internal set; }

    /// <summary>How it is reached.</summary>
    public VariableForm Form =>
        _field is not null ? VariableForm.Field : Index is not null ? VariableForm.ArrayElement : VariableForm.Identifier;

    /// <summary>The variable; null before the semantic analysis, or when there is none of that name.</summary>
    public Semantics.VariableSymbol? Symbol { get; internal set; }

    /// <inheritdoc/>
    internal override int Height => 1 + (Index?.Height ?? 0);

    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => Index is null ? [] : [Index];

    /// <inheritdoc/>
    public override string Detail => Field is { } part ? $"{Name.Name}.{part.Name}" : Name.Name;
}
