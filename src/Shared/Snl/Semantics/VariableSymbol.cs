namespace Qiansi.Snl.Semantics;

/// <summary>A variable or a parameter.</summary>
public sealed class VariableSymbol : Symbol
{
    internal VariableSymbol(string name, Span declaredAt, Scope scope, SnlType? type, int offset) : base(name, declaredAt, scope) =>
        (Type, Offset) = (type, offset);

    /// <summary>Its type; null when its declaration is wrong.</summary>
    public SnlType? Type { get; }

    /// <summary>Level of its scope: 0 for variables of the program.</summary>
    public int Level => Scope.Level;

    /// <summary>Words between the begin of its activation record and it.</summary>
    public int Offset { get; }

    /// <summary>Whether it is a parameter.</summary>
    public bool IsParameter { get; internal init; }

    /// <summary>Whether it is a <c>var</c> parameter: its word holds an address (the course's indirect access).</summary>
    public bool IsIndirect { get; internal init; }

    /// <summary>Words it takes in its activation record.</summary>
    public int Size => IsIndirect ? 1 : Type?.Size ?? 1;

    /// <summary>Whether a procedure within its scope's uses it.</summary>
    public bool IsCaptured { get; internal set; }

    /// <summary>Whether it, or a part of it, is an argument of a <c>var</c> parameter.</summary>
    public bool IsPassedByReference { get; internal set; }

    /// <summary>Its number within its scope.</summary>
    internal int Index { get; init; }

    /// <summary>Whether something that was analysed already gives it a value.</summary>
    internal bool MayHaveValue { get; set; }

    /// <inheritdoc/>
    public override string KindName => IsParameter ? "parameter" : "variable";

    /// <inheritdoc/>
    public override string ToString() => $"{(IsIndirect ? "var " : "")}{Type?.ToString() ?? "?"} {Name}";
}
