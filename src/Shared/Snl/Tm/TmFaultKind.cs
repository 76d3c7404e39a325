namespace Qiansi.Snl.Tm;

/// <summary>Why a program cannot go on.</summary>
public enum TmFaultKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>A subscript is outside its array's bounds. Its number is the first operand of the HALT that says so.</summary>
    SubscriptOutOfRange = 1,

    /// <summary>An instruction outside the instruction memory.</summary>
    InstructionMemory,

    /// <summary>An address outside the data memory.</summary>
    DataMemory,

    /// <summary>A division by zero.</summary>
    DivisionByZero,

    /// <summary>Input that is missing or is not what was asked for.</summary>
    Input,

    /// <summary>Calls within one another without end: no room for another activation record.</summary>
    StackOverflow,
}
