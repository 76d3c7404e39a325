using Qiansi.Snl.Semantics;

namespace Qiansi.Snl.Intermediate;

/// <summary>A program as intermediate code.</summary>
/// <param name="procedures">The program's body first, then its procedures; a call names an index.</param>
/// <param name="variables">The variables that operands name.</param>
public sealed class IrProgram(IReadOnlyList<IrProcedure> procedures, IReadOnlyList<VariableSymbol> variables)
{
    /// <summary>The program's body, then its procedures.</summary>
    public IReadOnlyList<IrProcedure> Procedures { get; } = procedures;

    /// <summary>All variables.</summary>
    public IReadOnlyList<VariableSymbol> Variables { get; } = variables;

    /// <summary>Instructions of all procedures, labels not counted.</summary>
    public int Count => Procedures.Sum(p => p.Code.Count(q => q.Op != IrOp.Label));

    /// <summary>Whether the program's own variables are given values before it runs or looked at afterwards.</summary>
    public bool KeepsVariables { get; internal init; }

    internal IrProgram Copy() => new([.. Procedures.Select(p => p.Copy())], Variables) { KeepsVariables = KeepsVariables };
}
