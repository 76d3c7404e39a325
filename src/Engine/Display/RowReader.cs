using System.Collections;
using System.Runtime.CompilerServices;

namespace Qiansi.Engine.Display;

/// <summary>Reads one item of a sequence as a row of a table.</summary>
/// <param name="Names">The columns the row has.</param>
/// <param name="Cell">The row's node in a column, or null when the row does not have it; the number is the depth of the cell.</param>
internal sealed record RowReader(IReadOnlyList<string> Names, Func<string, int, DisplayNode?> Cell)
{
    /// <summary>A reader for an object with members, a tuple, or a dictionary with text keys;
    /// null for anything that is not naturally a row.</summary>
    public static RowReader? Of(object? item, NodeBuilder builder)
    {
        if (item is null) return null;
        var type = item.GetType();
        if (ScalarText.IsScalar(type) || builder.IsFormattedByPackage(type)) return null;
        if (SpecialNodes.IsSpecial(item, type)) return SpecialNodes.RowOf(item, type, builder);
        if (item is ITuple tuple) return Tuple(tuple, builder);
        if (item is IEnumerable sequence) return DictionaryEntries.Of(sequence, type) is { } entries ? Dictionary(entries, builder) : null;
        var members = Members.Of(type);
        return members.Length == 0 ? null : new RowReader(
            [.. members.Select(m => m.Name)],
            (name, depth) => Array.Find(members, m => m.Name == name) is { } member ? builder.ReadMember(item, member, depth - 1) : null);
    }

    private static RowReader Tuple(ITuple tuple, NodeBuilder builder)
    {
        var names = builder.ElementNames(tuple);
        return new RowReader(names, (name, depth) => Array.IndexOf(names, name) is >= 0 and var i ? builder.Build(tuple[i], depth) : null);
    }

    private static RowReader? Dictionary(IEnumerable<(object? Key, object? Value)> entries, NodeBuilder builder)
    {
        var cells = new Dictionary<string, object?>();
        foreach (var (key, value) in entries.Take(10 * DisplayLimits.Columns))
        {
            if (key is not string name) return null;
            cells[name] = value;
        }

        return new RowReader([.. cells.Keys], (name, depth) => cells.TryGetValue(name, out var value) ? builder.Build(value, depth) : null);
    }
}
