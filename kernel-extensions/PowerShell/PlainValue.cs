using System.Collections;
using System.Management.Automation;

namespace Qiansi.PowerShellCells;

/// <summary>What a variable of PowerShell is to other languages.</summary>
internal static class PlainValue
{
    /// <summary>
    /// The object that PowerShell has wrapped; a dictionary for what has only properties that scripts gave it; of a list of values of one
    /// type an array of that type.
    /// </summary>
    public static object? Of(object? value) => value switch
    {
        PSObject { BaseObject: PSCustomObject } made => made.Properties.ToDictionary(p => p.Name, p => Of(p.Value)),
        PSObject wrapped => Of(wrapped.BaseObject),
        object?[] { Length: > 0 } items => Typed(Array.ConvertAll(items, Of)),
        Hashtable table => Keyed(table),
        _ => value,
    };

    private static Array Typed(object?[] items)
    {
        var type = items[0]?.GetType();
        if (type is null || !Array.TrueForAll(items, i => i?.GetType() == type)) return items;
        var typed = Array.CreateInstance(type, items.Length);
        Array.Copy(items, typed, items.Length);
        return typed;
    }

    private static IDictionary Keyed(Hashtable table) => table.Keys.Cast<object>().All(k => k is string)
        ? table.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => Of(e.Value)) : table;
}
