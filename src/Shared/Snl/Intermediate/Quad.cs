namespace Qiansi.Snl.Intermediate;

/// <summary>An instruction of the intermediate code, a quadruple.</summary>
/// <param name="Op">What it does.</param>
/// <param name="A">First operand.</param>
/// <param name="B">Second operand.</param>
/// <param name="C">The result, or a third operand.</param>
/// <param name="Offset">A constant: added to an address; a size; a label; a procedure; a parameter's place in the record; 1 for reading or
/// writing a character.</param>
/// <param name="Position">Offset in the source of what it was made from.</param>
public readonly record struct Quad(IrOp Op, Operand A, Operand B, Operand C, int Offset, int Position)
{
    /// <summary>What it computes, or nothing.</summary>
    public Operand Result => Op is <= IrOp.Load or IrOp.Address or IrOp.Read ? C : default;

    /// <summary>Whether it may go elsewhere.</summary>
    public bool IsJump => Op is IrOp.Jump or IrOp.JumpIfNotLess or IrOp.JumpIfNotEqual;

    /// <summary>Whether nothing that follows it is reached by it.</summary>
    public bool EndsFlow => Op is IrOp.Jump or IrOp.Return;

    /// <summary>Whether A is the base of an address, so that a variable there stands for its place and not for its value.</summary>
    public bool HasBase => Op is IrOp.Load or IrOp.Store or IrOp.Address or IrOp.Clear;

    /// <summary>Whether it could go wrong, or be seen from outside, even when its result is not needed.</summary>
    public bool HasEffect => Op switch
    {
        IrOp.Copy or IrOp.Add or IrOp.Subtract or IrOp.Multiply or IrOp.Load or IrOp.Address => false,
        IrOp.Divide => !B.IsConstant || B.Value == 0,
        _ => true,
    };
}
