using System.Collections;

namespace Qiansi.Trees.Adapters;

/// <summary>Dictionaries and lists in one another.</summary>
internal static class CollectionAdapter
{
    /// <summary>The tree of a dictionary, list or scalar.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="name">Its key.</param>
    public static TreeItem Read(object? value, string name)
    {
        var colon = name.Length > 0 ? name + ": " : "";
        var before = name.Length > 0 ? name + " " : "";
        if (value is string or null or not IEnumerable)
            return new(colon + (value is string text ? $"\"{text}\"" : value?.ToString() ?? "null"), value);
        if (value is IDictionary dictionary)
            return new($"{before}{{{dictionary.Count}}}", value)
            {
                Children = dictionary.Keys.Cast<object>().Select(k => Read(dictionary[k], $"{k}"))
            };
        var items = ((IEnumerable)value).Cast<object?>();
        if (PairType(value.GetType()) is { } pair)
        {
            var (key, inner) = (pair.GetProperty("Key")!, pair.GetProperty("Value")!);
            return new($"{before}{{{items.Count()}}}", value)
            {
                Children = items.Select(e => Read(inner.GetValue(e), $"{key.GetValue(e)}"))
            };
        }

        return new($"{before}[{(value is ICollection collection ? collection.Count : items.Count())}]", value)
        {
            Children = items.Select((e, i) => Read(e, $"{i}"))
        };
    }

    /// <summary>The type of the entries, for dictionaries that are only generic.</summary>
    private static Type? PairType(Type type) => type.GetInterfaces()
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)).Select(i => i.GetGenericArguments()[0])
        .FirstOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));
}
