namespace Qiansi.Snl.Tm;

/// <summary>An instruction.</summary>
/// <param name="Op">The operation.</param>
/// <param name="R">First register, 0 to 7.</param>
/// <param name="S">Second register, 0 to 7; of <c>d(s)</c>, the base.</param>
/// <param name="D">The displacement of <c>d(s)</c>; of <c>r,s,t</c>, the register t.</param>
public readonly record struct Instruction(Opcode Op, byte R, byte S, int D)
{
    /// <summary>Whether its operands are three registers.</summary>
    public bool IsRegisterOnly => Op <= Opcode.DIV;

    /// <summary>Whether it is a conditional jump.</summary>
    public bool IsConditionalJump => Op >= Opcode.JLT;

    /// <summary>As an assembler reads it: <c>LD 0,3(5)</c>.</summary>
    public override string ToString() => IsRegisterOnly ? $"{Op} {R},{S},{D}" : $"{Op} {R},{D}({S})";
}
