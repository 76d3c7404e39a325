namespace Qiansi.Snl.Semantics;

/// <summary>A procedure.</summary>
public sealed class ProcedureSymbol : Symbol
{
    internal ProcedureSymbol(string name, Span declaredAt, Scope scope) : base(name, declaredAt, scope) => Body = new(name, scope, this);

    /// <summary>The scope of its parameters, declarations and statements; one level above the scope that holds it.</summary>
    public Scope Body { get; }

    /// <summary>Its parameters.</summary>
    public IReadOnlyList<VariableSymbol> Parameters { get; internal set; } = [];

    /// <inheritdoc/>
    public override string KindName => "procedure";

    /// <inheritdoc/>
    public override string ToString() => $"procedure {Name}({string.Join("; ", Parameters)})";
}
