namespace Qiansi.Snl.Semantics;

/// <summary>What an identifier stands for.</summary>
/// <param name="name">As it is declared.</param>
/// <param name="declaredAt">Where.</param>
/// <param name="scope">The scope that holds it.</param>
public abstract class Symbol(string name, Span declaredAt, Scope scope)
{
    /// <summary>As it is declared.</summary>
    public string Name { get; } = name;

    /// <summary>Where it is declared.</summary>
    public Span DeclaredAt { get; } = declaredAt;

    /// <summary>The scope that holds it.</summary>
    public Scope Scope { get; } = scope;

    /// <summary>Whether something refers to it.</summary>
    public bool IsUsed { get; internal set; }

    /// <summary>What it is, as a message says it: <c>variable</c>.</summary>
    public abstract string KindName { get; }
}
