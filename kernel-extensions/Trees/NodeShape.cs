namespace Qiansi.Trees;

/// <summary>The outline of a node.</summary>
public enum NodeShape
{
    /// <summary>Circles when every label is short, boxes otherwise.</summary>
    Automatic,

    /// <summary>A box with round corners.</summary>
    Box,

    /// <summary>A circle; a longer label makes it an oval.</summary>
    Circle,

    /// <summary>A circle within a circle: the accepting states of automata.</summary>
    DoubleCircle,

    /// <summary>A box whose sides are half circles.</summary>
    Pill,

    /// <summary>A diamond: decisions, chance nodes.</summary>
    Diamond,

    /// <summary>A triangle that points up: the player who maximises.</summary>
    Up,

    /// <summary>A triangle that points down: the player who minimises.</summary>
    Down,

    /// <summary>Text without outline.</summary>
    Text,
}
