namespace Qiansi.Trees.Pictures;

/// <summary>What trees and graphs of items have in common. Every method gives a new picture and leaves this one as it is.</summary>
/// <typeparam name="T">What the nodes stand for.</typeparam>
/// <typeparam name="TSelf">The kind of picture.</typeparam>
public abstract class NodePicture<T, TSelf> : NodePicture
    where TSelf : NodePicture<T, TSelf>
{
    private protected NodePicture(NodeLook<T> look) => Look = look;

    internal NodeLook<T> Look { get; private set; }

    internal string Title { get; private set; } = "";

    internal string ValueTitle { get; private set; } = "";

    internal string WidthTitle { get; private set; } = "";

    internal bool IsRightwards { get; private set; }

    /// <summary>What the picture shows, in a few words; read out to those who do not see it.</summary>
    public TSelf WithTitle(string title) => With(p => p.Title = title);

    /// <summary>The outline of each node.</summary>
    public TSelf WithShape(Func<T, NodeShape> shape) => With(p => p.Look = Look with { Shape = shape });

    /// <summary>
    /// Cells side by side in place of a label, as the keys in a node of a B+ tree; children hang between them when there is one child more
    /// than cells.
    /// </summary>
    public TSelf WithCells(Func<T, IEnumerable<object?>> cells) => With(p => p.Look = Look with { Cells = cells });

    /// <summary>Colours each node by a number: viridis, or blue and red around 0 when signs mix; null and NaN have no colour.</summary>
    /// <param name="value">The number.</param>
    /// <param name="title">What it is, for the legend.</param>
    public TSelf WithColor(Func<T, double?> value, string title = "") =>
        With(p => (p.Look, p.ValueTitle) = (Look with { Value = value }, title));

    /// <summary>Colours each node by its kind; the legend names the kinds.</summary>
    public TSelf WithCategory(Func<T, string?> category) => With(p => p.Look = Look with { Category = category });

    /// <summary>Lets nodes stand out, with the edges that lead to them.</summary>
    public TSelf WithMark(Func<T, Mark> mark) => With(p => p.Look = Look with { Mark = mark });

    /// <summary>What the pointer shows at each node.</summary>
    public TSelf WithTooltip(Func<T, string?> tooltip) => With(p => p.Look = Look with { Tooltip = tooltip });

    /// <summary>Text at each edge, from the two items it joins.</summary>
    public TSelf WithEdgeLabel(Func<T, T, string?> label) => With(p => p.Look = Look with { EdgeLabel = label });

    /// <summary>Width of each edge, by a number from the two items it joins.</summary>
    /// <param name="value">The number.</param>
    /// <param name="title">What it is, for the legend.</param>
    public TSelf WithEdgeWidth(Func<T, T, double?> value, string title = "") =>
        With(p => (p.Look, p.WidthTitle) = (Look with { EdgeWidth = value }, title));

    /// <summary>Levels from left to right instead of from top to bottom: for long labels and deep trees.</summary>
    public TSelf Rightwards() => With(p => p.IsRightwards = true);

    private protected TSelf With(Action<TSelf> change)
    {
        var copy = (TSelf)MemberwiseClone();
        change(copy);
        return copy;
    }
}
