using System.Text.Json.Nodes;
using Qiansi.Documents;

namespace Qiansi.Publishing.Cells;

/// <summary>How much of a part of a cell a page shows.</summary>
internal enum Visibility
{
    Shown,
    Folded,
    Left,
}

/// <summary>What of a cell a page shows, by its tags and by what a front end has collapsed.</summary>
/// <remarks>Tags as Jupyter Book has them: <c>remove-cell</c>, <c>remove-input</c>, <c>remove-output</c>, <c>hide-cell</c>,
/// <c>hide-input</c>, <c>hide-output</c>; and <c>solution</c>, which folds a whole cell.</remarks>
/// <param name="Cell">The whole cell.</param>
/// <param name="Input">Its code.</param>
/// <param name="Output">Its outputs.</param>
internal readonly record struct CellVisibility(Visibility Cell, Visibility Input, Visibility Output)
{
    /// <summary>What to show of a cell.</summary>
    public static CellVisibility Of(Cell cell)
    {
        var hints = cell.Metadata["jupyter"] as JsonObject;
        return new(
            cell.HasTag("remove-cell") ? Visibility.Left
                : cell.HasTag("hide-cell") || cell.HasTag("solution") ? Visibility.Folded : Visibility.Shown,
            Part(cell, "input", IsTrue(hints, "source_hidden")),
            Part(cell, "output", IsTrue(hints, "outputs_hidden") || IsTrue(cell.Metadata, "collapsed")));
    }

    private static Visibility Part(Cell cell, string part, bool isCollapsed) =>
        cell.HasTag("remove-" + part) ? Visibility.Left : isCollapsed || cell.HasTag("hide-" + part) ? Visibility.Folded : Visibility.Shown;

    private static bool IsTrue(JsonObject? hints, string name) =>
        hints?[name] is JsonValue value && value.TryGetValue(out bool isTrue) && isTrue;
}
