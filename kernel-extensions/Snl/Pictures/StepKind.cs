namespace Qiansi.SnlCells.Pictures;

/// <summary>What one step of a film of the Tiny Machine is.</summary>
public enum StepKind
{
    /// <summary>One instruction.</summary>
    Instruction,

    /// <summary>One line of the source.</summary>
    Line,

    /// <summary>A call of a procedure, or its return.</summary>
    Call,
}
