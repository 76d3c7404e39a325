namespace Qiansi.BPlus;

/// <summary>One step of a tree at work.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Page">The node's page.</param>
/// <param name="Other">The other node's page: the child, the right half, the neighbour, the new root. 0 when there is none.</param>
/// <param name="Key">The key that it is about: what is looked for, or what goes to the parent.</param>
/// <param name="IsLeaf">Whether the node is a leaf.</param>
public sealed record TreeStep(StepKind Kind, long Page, long Other, string Key, bool IsLeaf)
{
    private string Node => IsLeaf ? "leaf" : "node";

    /// <summary>The step in words: <c>split leaf 4: the right half is leaf 7, 30 goes up</c>.</summary>
    public override string ToString() => Kind switch
    {
        StepKind.Descend => $"look for {Key}: from node {Page} to {Other}",
        StepKind.Insert => $"insert {Key} into {Node} {Page}",
        StepKind.Replace => $"replace the value of {Key} in leaf {Page}",
        StepKind.Remove => $"remove {Key} from leaf {Page}",
        StepKind.Split => $"split {Node} {Page}: the right half is {Node} {Other}, {Key} goes up",
        StepKind.Grow => $"a new root, node {Page}: the tree grows by a level",
        StepKind.Borrow => $"{Node} {Page} holds too little and takes from its neighbour {Other}; {Key} now stands between them",
        StepKind.Merge => $"{(IsLeaf ? "leaves" : "nodes")} {Page} and {Other} hold too little for two and become one",
        _ => $"the root has one child left, {Node} {Page}, which is the root now: the tree shrinks by a level",
    };
}
