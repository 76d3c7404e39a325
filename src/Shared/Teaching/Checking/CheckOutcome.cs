namespace Qiansi.Teaching;

/// <summary>What came of one check.</summary>
public enum CheckOutcome
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It met a stub that is not filled in yet.</summary>
    NotDone,

    /// <summary>It does not hold, or the code under test threw.</summary>
    Wrong,
}
