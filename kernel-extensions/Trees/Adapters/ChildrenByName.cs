using System.Collections;
using System.Reflection;

namespace Qiansi.Trees.Adapters;

/// <summary>Finds the members that hold an object's children, by their names.</summary>
/// <param name="List">A member with all children, or null.</param>
/// <param name="Pair">The members of the left and the right child, or empty.</param>
internal sealed record ChildrenByName(Func<object, object?>? List, Func<object, object?>[] Pair)
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.IgnoreCase;

    private static readonly string[] Lists = ["Children", "ChildNodes", "Kids", "SubNodes", "Nodes", "Items", "Branches"];

    /// <summary>The names that are looked for.</summary>
    public static string Expected => string.Join(", ", Lists) + ", or Left and Right";

    /// <summary>Where objects of a type keep their children; null when no name fits.</summary>
    public static ChildrenByName? Of(Type type)
    {
        foreach (var name in Lists)
            if (Member(type, name) is { } found && typeof(IEnumerable).IsAssignableFrom(found.Type) && found.Type != typeof(string))
                return new(found.Get, []);
        return Member(type, "Left") is { } left && Member(type, "Right") is { } right ? new(null, [left.Get, right.Get]) : null;
    }

    /// <summary>The children; null for a missing one of two.</summary>
    public IEnumerable<object?> Read(object parent)
    {
        if (List is null) return Pair.Select(p => p(parent));
        return List(parent) switch
        {
            null => [],
            IDictionary dictionary => dictionary.Values.Cast<object?>(),
            IEnumerable list => list.Cast<object?>(),
            _ => [],
        };
    }

    /// <summary>A property or field by its name, in any case.</summary>
    public static (Type Type, Func<object, object?> Get)? Member(Type type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (Array.Find(at.GetProperties(Any | BindingFlags.DeclaredOnly),
                p => Fits(p.Name, name) && p.CanRead && p.GetIndexParameters().Length == 0) is { } property)
                return (property.PropertyType, property.GetValue);
            if (Array.Find(at.GetFields(Any | BindingFlags.DeclaredOnly), f => Fits(f.Name, name)) is { } field)
                return (field.FieldType, field.GetValue);
        }

        return null;
    }

    private static bool Fits(string member, string name) => member.TrimStart('_').Equals(name, StringComparison.OrdinalIgnoreCase);
}
