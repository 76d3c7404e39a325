namespace Qiansi.Snl.Syntax;

/// <summary>What a program and a procedure have in common: declarations and a body.</summary>
public abstract class BlockNode : SyntaxNode
{
    private PiecewiseList<ProcedureNode>? _procedures;

    /// <summary>Its declared types (TypeK), or null.</summary>
    public PartNode? Types { get; internal set; }

    /// <summary>Its variables (VarK), or null.</summary>
    public PartNode? Variables { get; internal set; }

    /// <summary>Its procedures.</summary>
    public IReadOnlyList<ProcedureNode> Procedures => _procedures ?? (IReadOnlyList<ProcedureNode>)[];

    /// <summary>Its statements.</summary>
    public StatementListNode Body { get => field ??= new(); internal set; }

    /// <summary>The scope the semantic analysis made of it; null before.</summary>
    public Semantics.Scope? Scope { get; internal set; }

    internal void Add(ProcedureNode procedure) => (_procedures ??= new()).Add(procedure);

    private protected IEnumerable<SyntaxNode> Parts()
    {
        if (Types is not null) yield return Types;
        if (Variables is not null) yield return Variables;
        foreach (var procedure in Procedures) yield return procedure;
        yield return Body;
    }
}
