namespace Qiansi.Trees;

/// <summary>One edge of a drawing.</summary>
/// <param name="From">Index of the node it leaves.</param>
/// <param name="To">Index of the node it points to.</param>
public sealed record GraphEdge(int From, int To)
{
    /// <summary>Text along the edge, one line.</summary>
    public string? Label { get; init; }

    /// <summary>A number that gives the edge its width; explained below the drawing.</summary>
    public double? Value { get; init; }

    /// <summary>Whether the line is dashed.</summary>
    public bool IsDashed { get; init; }

    /// <summary>How it stands out; the mark of the node it points to when <see cref="Mark.None"/>.</summary>
    public Mark Mark { get; init; }

    /// <summary>Shown when the pointer rests on it, at most 400 characters.</summary>
    public string? Tooltip { get; init; }
}
