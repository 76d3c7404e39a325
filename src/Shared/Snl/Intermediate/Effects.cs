using Qiansi.Snl.Semantics;

namespace Qiansi.Snl.Intermediate;

/// <summary>What instructions may change besides their result.</summary>
internal sealed class Effects(IrProgram program)
{
    /// <summary>The variables of the program, by their number.</summary>
    public IReadOnlyList<VariableSymbol> Variables => program.Variables;

    /// <summary>Whether an instruction may change the words that addresses lead to.</summary>
    public static bool ChangesMemory(IrOp op) => op is IrOp.Store or IrOp.CopyBlock or IrOp.Clear or IrOp.Call;

    /// <summary>
    /// Whether an instruction may change a scalar variable without naming it: a call, one that an inner procedure uses or whose address was
    /// passed; a store through an address, the latter only.
    /// </summary>
    public bool MayChange(Quad quad, VariableSymbol variable) => !variable.IsIndirect && quad.Op switch
    {
        IrOp.Call => variable.IsCaptured || variable.IsPassedByReference,
        IrOp.Store => variable.IsPassedByReference && (!quad.A.IsVariable || Variables[quad.A.Value].IsIndirect),
        _ => false,
    };

    /// <summary>Whether a variable's value is still wanted when its procedure has ended.</summary>
    public bool IsKept(VariableSymbol variable) => program.KeepsVariables && variable.Level == 0;

    /// <summary>Whether an operand is a scalar that only its own procedure, by name, can reach.</summary>
    public bool IsPrivate(Operand operand) =>
        operand.IsVariable && Variables[operand.Value] is { IsCaptured: false, IsPassedByReference: false } v
        && (v.IsIndirect || v.Type!.IsScalar);
}
