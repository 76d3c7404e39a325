namespace Qiansi.Snl.Intermediate;

/// <summary>An operand.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The constant; or the number of the temporary in its procedure, or of the variable in the program.</param>
public readonly record struct Operand(OperandKind Kind, int Value)
{
    /// <summary>A constant.</summary>
    public static Operand Constant(int value) => new(OperandKind.Constant, value);

    /// <summary>A temporary.</summary>
    public static Operand Temporary(int number) => new(OperandKind.Temporary, number);

    /// <summary>A variable.</summary>
    public static Operand Variable(int number) => new(OperandKind.Variable, number);

    /// <summary>Whether it is a constant.</summary>
    public bool IsConstant => Kind == OperandKind.Constant;

    /// <summary>Whether it is a temporary.</summary>
    public bool IsTemporary => Kind == OperandKind.Temporary;

    /// <summary>Whether it is a variable.</summary>
    public bool IsVariable => Kind == OperandKind.Variable;

    /// <summary>Whether it is nothing.</summary>
    public bool IsNone => Kind == OperandKind.None;
}
