namespace Qiansi.Snl.Intermediate;

/// <summary>
/// Operations of the intermediate code. Memory is addressed as base + index + offset: the base is a variable's place, or the address that a
/// var parameter or a temporary holds.
/// </summary>
public enum IrOp : byte
{
    /// <summary>Result := A.</summary>
    Copy,

    /// <summary>Result := A + B.</summary>
    Add,

    /// <summary>Result := A - B.</summary>
    Subtract,

    /// <summary>Result := A * B.</summary>
    Multiply,

    /// <summary>Result := A / B; a fault when B is zero.</summary>
    Divide,

    /// <summary>Result := the word at base A, index B.</summary>
    Load,

    /// <summary>The word at base A, index B, becomes C.</summary>
    Store,

    /// <summary>Result := the address at base A, index B.</summary>
    Address,

    /// <summary>Offset words from address B on are copied to address A on.</summary>
    CopyBlock,

    /// <summary>All words of the variable A become zero.</summary>
    Clear,

    /// <summary>A fault unless B ≤ A ≤ C.</summary>
    Check,

    /// <summary>A place to jump to.</summary>
    Label,

    /// <summary>Goes on at a label.</summary>
    Jump,

    /// <summary>Goes on at a label unless A is less than B.</summary>
    JumpIfNotLess,

    /// <summary>Goes on at a label unless A equals B.</summary>
    JumpIfNotEqual,

    /// <summary>A, a value or an address, goes into the callee's activation record.</summary>
    Argument,

    /// <summary>B words from address A on go into the callee's activation record.</summary>
    ArgumentBlock,

    /// <summary>Calls a procedure.</summary>
    Call,

    /// <summary>Goes back to the caller; in the program's body, ends it.</summary>
    Return,

    /// <summary>Result := what is read.</summary>
    Read,

    /// <summary>Writes A.</summary>
    Write,
}
