namespace Qiansi.Trees;

/// <summary>How a node stands out, and the edge that leads to it.</summary>
public enum Mark
{
    /// <summary>As the others.</summary>
    None,

    /// <summary>Where the work is: orange and bold.</summary>
    Current,

    /// <summary>Visited, or part of the answer: blue.</summary>
    Done,

    /// <summary>Cut off, not looked at: faint and dashed.</summary>
    Faded,
}
