using Qiansi.Trees.Adapters;
using Qiansi.Trees.Pictures;

namespace Qiansi.Trees;

/// <summary>Draws trees: search trees, syntax trees, B+ trees, directories, JSON.</summary>
/// <example><code>Tree.Of(root, n => n.Children, n => n.Name).WithColor(n => n.Visits, "visits")</code></example>
public static class Tree
{
    /// <summary>A tree of items.</summary>
    /// <param name="root">The root.</param>
    /// <param name="children">
    /// Children of an item; null for none. Of two children one may be null: the other stays on its side, as in a binary search tree.
    /// </param>
    /// <param name="label">Text of a node, one or several lines; what its <c>ToString</c> says when null.</param>
    /// <param name="edgeLabel">Text at the edge that leads to an item; null for none.</param>
    /// <remarks>
    /// The tree is read when it is shown: at most 1,000,000 items in 3 seconds. The drawing is at most 64 KiB, and says what it leaves out.
    /// </remarks>
    public static TreeView<T> Of<T>(T root, Func<T, IEnumerable<T?>?> children, Func<T, string?>? label = null,
        Func<T, string?>? edgeLabel = null)
    {
        var look = NodeLook<T>.Of(label);
        return new(root, children, edgeLabel is null ? look : look with { EdgeLabel = (_, child) => edgeLabel(child) });
    }

    /// <summary>
    /// The tree in a value: JSON, XML, an expression, a directory, a type and those derived from it, a syntax node of Roslyn, nested
    /// dictionaries and lists, or any object with children (<c>Children</c>, <c>Left</c> and <c>Right</c>, …).
    /// </summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">There is no tree in it.</exception>
    public static TreeView<TreeItem> Of(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var root = TreeAdapters.Read(value);
        var view = new TreeView<TreeItem>(root, item => item.Children,
            new NodeLook<TreeItem>(item => item.Draw()) { EdgeLabel = (_, child) => child.EdgeLabel });
        return value is DirectoryInfo or Type or System.Text.Json.JsonElement or System.Text.Json.JsonDocument
            or System.Text.Json.Nodes.JsonNode ? view.Rightwards() : view;
    }
}
