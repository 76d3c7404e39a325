using System.Collections;
using System.Reflection;

namespace Qiansi.Trees.Adapters;

/// <summary>Any objects that have children: labelled by their name, text, key or value.</summary>
internal static class ObjectAdapter
{
    private static readonly string[] Labels = ["Label", "Name", "Title", "Text", "Key", "Keys", "Value", "Values", "Data", "Id", "Move",
        "Symbol", "Kind"];

    /// <summary>The tree below an object.</summary>
    public static TreeItem Read(object value) => Item(value, [], new(ReferenceEqualityComparer.Instance));

    private static TreeItem Item(object value, Dictionary<Type, ChildrenByName?> known, Dictionary<object, TreeItem> items)
    {
        // An object met again is the same node, so that a cycle is seen as one.
        if (items.TryGetValue(value, out var same)) return same;
        var type = value.GetType();
        if (!known.TryGetValue(type, out var children)) known[type] = children = ChildrenByName.Of(type);
        var (label, cells) = Label(value, type);
        return items[value] = new(label, value)
        {
            Cells = cells,
            Children = (children?.Read(value) ?? []).Select(c => c is null ? null : Item(c, known, items)),
        };
    }

    private static (string Label, IReadOnlyList<string>? Cells) Label(object value, Type type)
    {
        if (type.IsPrimitive || value is string) return (value.ToString()!, null);
        foreach (var name in Labels)
        {
            if (ChildrenByName.Member(type, name) is not { } member) continue;
            var found = member.Get(value);
            if (found is IEnumerable list and not string) return ("", [.. list.Cast<object?>().Select(i => i?.ToString() ?? "")]);
            if (found is not null) return (found.ToString() ?? "", null);
        }

        var declares = type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType;
        var isGenerated = type.GetMethod("<Clone>$") is not null; // a record's text would hold all its children
        return (declares == typeof(object) || declares == typeof(ValueType) || isGenerated
            ? type.Name : value.ToString() ?? type.Name, null);
    }
}
