namespace Qiansi.Snl.Intermediate;

/// <summary>What an operand is.</summary>
public enum OperandKind : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A number.</summary>
    Constant,

    /// <summary>A temporary: computed once, by one instruction.</summary>
    Temporary,

    /// <summary>A variable.</summary>
    Variable,
}
