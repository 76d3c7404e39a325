namespace Qiansi.BPlus;

/// <summary>What a tree does, one step after the other.</summary>
public enum StepKind
{
    /// <summary>Goes from a node to the child where the key belongs.</summary>
    Descend,

    /// <summary>An entry is put into a node.</summary>
    Insert,

    /// <summary>A value takes the place of another.</summary>
    Replace,

    /// <summary>An entry is taken out of a leaf.</summary>
    Remove,

    /// <summary>A node that is too full is split in two; the right half is not yet in the parent.</summary>
    Split,

    /// <summary>The root was split: a new one stands above the halves, and the tree is one level higher.</summary>
    Grow,

    /// <summary>A node that holds too little takes entries of a neighbour.</summary>
    Borrow,

    /// <summary>A node that holds too little and a neighbour become one.</summary>
    Merge,

    /// <summary>The root has one child left, which becomes the root: the tree is one level lower.</summary>
    Shrink,
}
