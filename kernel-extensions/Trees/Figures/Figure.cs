namespace Qiansi.Trees.Figures;

/// <summary>Everything that is drawn, before it has a place.</summary>
/// <param name="Nodes">The nodes; those of a tree level by level.</param>
/// <param name="Edges">The edges; those of a tree are in the order of the nodes they lead to.</param>
internal sealed record Figure(IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphEdge> Edges)
{
    /// <summary>Whether the nodes form a tree, each edge leading to the next node.</summary>
    public bool IsTree { get; init; }

    /// <summary>Edges of a tree that are not part of it: the chain through a B+ tree's leaves.</summary>
    public IReadOnlyList<GraphEdge> Links { get; init; } = [];

    /// <summary>Whether levels stand side by side instead of one below the other.</summary>
    public bool IsRightwards { get; init; }

    /// <summary>What it shows, in a few words; read out in place of the picture.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the numbers of nodes are.</summary>
    public string ValueTitle { get; init; } = "";

    /// <summary>What the numbers of edges are.</summary>
    public string WidthTitle { get; init; } = "";

    /// <summary>Ends of the colour scale; found in the nodes when null.</summary>
    public (double Min, double Max)? ValueRange { get; init; }

    /// <summary>What was left out, in words.</summary>
    public string? Note { get; init; }
}
