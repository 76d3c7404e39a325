using System.Collections;

namespace Qiansi.Engine.Display;

/// <summary>Keys and values of whatever is a dictionary, generic or not.</summary>
internal static class DictionaryEntries
{
    /// <summary>The entries, read as they are asked for; null when the value is not a dictionary or a
    /// sequence of key-value pairs.</summary>
    public static IEnumerable<(object? Key, object? Value)>? Of(IEnumerable value, Type type)
    {
        if (value is IDictionary dictionary) return NonGeneric(dictionary);
        foreach (var contract in type.GetInterfaces())
        {
            if (contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEnumerable<>)
                && contract.GetGenericArguments()[0] is { IsGenericType: true } item
                && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
                return Generic(value, item);
        }

        return null;
    }

    private static IEnumerable<(object? Key, object? Value)> NonGeneric(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary) yield return (entry.Key, entry.Value);
    }

    private static IEnumerable<(object? Key, object? Value)> Generic(IEnumerable pairs, Type pair)
    {
        var key = pair.GetProperty("Key")!;
        var value = pair.GetProperty("Value")!;
        foreach (var entry in pairs) yield return (key.GetValue(entry), value.GetValue(entry));
    }
}
