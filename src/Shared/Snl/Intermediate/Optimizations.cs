namespace Qiansi.Snl.Intermediate;

/// <summary>The optimisations of the course; any of them can be combined.</summary>
[Flags]
public enum Optimizations
{
    /// <summary>Code by rule.</summary>
    None = 0,

    /// <summary>Constants are computed and carried on at compile time.</summary>
    ConstantFolding = 1,

    /// <summary>What was computed already is not computed again.</summary>
    CommonSubexpressions = 2,

    /// <summary>What does not change in a loop is computed before it.</summary>
    LoopInvariants = 4,

    /// <summary>What is never reached or never used is left out.</summary>
    DeadCode = 8,

    /// <summary>All of them.</summary>
    All = ConstantFolding | CommonSubexpressions | LoopInvariants | DeadCode,
}
