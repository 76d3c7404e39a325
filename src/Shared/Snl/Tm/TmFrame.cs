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

    /// <summary>The value a variable has in this record, as text: <c>42</c>, <c>'a'</c>, <c>[3, 1, 4]</c>, <c>(x = 1, y = 2)</c>; of a
    /// <c>var</c> parameter, the value at the address it holds.</summary>
    /// <param name="variable">One of <see cref="Variables"/>.</param>
    /// <param name="data">The machine's data memory.</param>
    public string ValueOf(VariableSymbol variable, ReadOnlySpan<int> data) => AddressOf(variable, data) is { } address
        ? ValueText.Of(variable.Type, address, data) : "?";

    /// <summary>Where a variable's value lies: of a <c>var</c> parameter, the address it holds. Null beyond the memory.</summary>
    /// <param name="variable">One of <see cref="Variables"/>.</param>
    /// <param name="data">The machine's data memory.</param>
    public int? AddressOf(VariableSymbol variable, ReadOnlySpan<int> data)
    {
        var address = Address + variable.Offset;
        return (uint)address >= (uint)data.Length ? null : variable.IsIndirect ? data[address] : address;
    }
}
