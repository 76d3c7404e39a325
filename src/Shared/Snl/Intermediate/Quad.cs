namespace Qiansi.Snl.Intermediate;

/// <summary>An instruction of the intermediate code, a quadruple.</summary>
public readonly record struct Quad
{
    // The kinds of the operands lie beside the operation: 24 bytes instead of 36, and a large program has a million of these.
    private readonly OperandKind _kindOfA, _kindOfB, _kindOfC;
    private readonly int _a, _b, _c;

    /// <summary>An instruction.</summary>
    public Quad(IrOp op, Operand a, Operand b, Operand c, int offset, int position)
    {
        (Op, Offset, Position) = (op, offset, position);
        (_kindOfA, _a, _kindOfB, _b, _kindOfC, _c) = (a.Kind, a.Value, b.Kind, b.Value, c.Kind, c.Value);
    }

    /// <summary>What it does.</summary>
    public IrOp Op { get; init; }

    /// <summary>First operand.</summary>
    public Operand A { get => new(_kindOfA, _a); init => (_kindOfA, _a) = (value.Kind, value.Value); }

    /// <summary>Second operand.</summary>
    public Operand B { get => new(_kindOfB, _b); init => (_kindOfB, _b) = (value.Kind, value.Value); }

    /// <summary>The result, or a third operand.</summary>
    public Operand C { get => new(_kindOfC, _c); init => (_kindOfC, _c) = (value.Kind, value.Value); }

    /// <summary>A constant: added to an address; a size; a label; a procedure; a parameter's place in the record; 1 for a character that is
    /// read or written.</summary>
    public int Offset { get; init; }

    /// <summary>Offset in the source of what it was made from.</summary>
    public int Position { get; init; }

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
