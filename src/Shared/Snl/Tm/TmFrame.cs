using Qiansi.Snl.Semantics;

namespace Qiansi.Snl.Tm;

/// <summary>An activation record.</summary>
/// <param name="Procedure">Whose it is.</param>
/// <param name="Address">Where it begins in the data memory.</param>
/// <param name="At">Address of the instruction where the procedure is: the next one, or the call it waits for.</param>
public sealed record TmFrame(ProcedureCode Procedure, int Address, int At)
{
    /// <summary>Name of the procedure or program.</summary>
    public string Name => Procedure.Scope.Name;

    /// <summary>Its parameters and variables; each begins at <see cref="Address"/> plus its offset.</summary>
    public IEnumerable<VariableSymbol> Variables => Procedure.Scope.Symbols.OfType<VariableSymbol>();
}
