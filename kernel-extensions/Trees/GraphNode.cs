namespace Qiansi.Trees;

/// <summary>One node of a drawing.</summary>
/// <param name="Label">One or several lines; each is shortened after 48 characters, and lines after the eighth are left out.</param>
public sealed record GraphNode(string Label)
{
    /// <summary>Its outline.</summary>
    public NodeShape Shape { get; init; }

    /// <summary>Cells side by side instead of a label: the keys of a B+ tree's node.</summary>
    public IReadOnlyList<string>? Cells { get; init; }

    /// <summary>A number that gives the node its colour; the scale is explained below the drawing.</summary>
    public double? Value { get; init; }

    /// <summary>What kind of node it is; each kind has a colour, explained below the drawing.</summary>
    public string? Category { get; init; }

    /// <summary>How it stands out.</summary>
    public Mark Mark { get; init; }

    /// <summary>Shown when the pointer rests on it, at most 400 characters.</summary>
    public string? Tooltip { get; init; }

    /// <summary>Stands for nodes left out.</summary>
    internal bool IsRest { get; init; }

    /// <summary>Not drawn: the place of a child that is not there, so that its sibling stands on its own side.</summary>
    internal bool IsGap { get; init; }
}
