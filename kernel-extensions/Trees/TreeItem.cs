namespace Qiansi.Trees;

/// <summary>A node that an adapter has read from a value.</summary>
/// <param name="Label">Its text.</param>
/// <param name="Value">What it was read from.</param>
public sealed record TreeItem(string Label, object? Value)
{
    /// <summary>Text at the edge that leads to it.</summary>
    public string? EdgeLabel { get; init; }

    /// <summary>What kind of node it is.</summary>
    public string? Category { get; init; }

    /// <summary>Its children, read when they are asked for; null stands for a missing one of two.</summary>
    public IEnumerable<TreeItem?> Children { get; init; } = [];

    /// <summary>Its outline.</summary>
    internal NodeShape Shape { get; init; }

    /// <summary>Cells in place of the label.</summary>
    internal IReadOnlyList<string>? Cells { get; init; }

    internal GraphNode Draw() => new(Label) { Category = Category, Shape = Shape, Cells = Cells };
}
