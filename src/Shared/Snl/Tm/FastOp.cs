namespace Qiansi.Snl.Tm;

/// <summary>
/// What a prepared instruction does. The fused ones do the work of several that follow one another, and are entered at the first only.
/// </summary>
internal enum FastOp : ushort
{
    /// <summary>Left to the machine: halts, reads, writes, what is rare, and the end of the code.</summary>
    Leave,

    Add, Sub, Mul, Div, Ld, St, Lda, Ldc,

    /// <summary>To an address known beforehand.</summary>
    Jump,

    /// <summary>To an address in a register, or in memory.</summary>
    JumpRegister, JumpMemory,

    Jlt, Jle, Jgt, Jge, Jeq, Jne,

    LdLd, LdAdd, LdSub, LdMul, LdLda, LdSt, AddSt, SubSt, MulSt, LdaSt, AddLd, StLd, StLda, StJump, SubJge, SubJne, LdaJge, LdaJlt, LdaJne,
    LdJge, LdaJle,
    LdLdAdd, LdLdSub, LdLdMul, LdLdaSt, LdAddSt, LdSubSt, AddStJump, LdaStJump, JgeJlt, MulAddSt, LdMulAdd,
}
