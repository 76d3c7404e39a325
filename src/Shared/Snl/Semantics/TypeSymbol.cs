namespace Qiansi.Snl.Semantics;

/// <summary>A declared type.</summary>
public sealed class TypeSymbol : Symbol
{
    internal TypeSymbol(string name, Span declaredAt, Scope scope, SnlType? type) : base(name, declaredAt, scope) => Type = type;

    /// <summary>The type; null when its declaration is wrong.</summary>
    public SnlType? Type { get; }

    /// <inheritdoc/>
    public override string KindName => "type";

    /// <inheritdoc/>
    public override string ToString() => $"type {Name} = {Type?.ToString() ?? "?"}";
}
