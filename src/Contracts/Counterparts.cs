using System.Collections.Concurrent;

namespace Qiansi.Contracts;

/// <summary>
/// What values of libraries that only notebooks bring are among the kernel's own types: whoever takes ours reads theirs by it.
/// </summary>
public static class Counterparts
{
    private static readonly ConcurrentDictionary<Type, Func<object, object>> Readers = new();

    /// <summary>Registers how a type is read, and the types that derive from it.</summary>
    /// <param name="read">Gives the counterpart; called for each use, on any thread.</param>
    public static void Register<T>(Func<T, object> read)
        where T : class => Readers[typeof(T)] = value => read((T)value);

    /// <summary>The counterpart of a value, or the value itself when none is registered.</summary>
    public static object? Of(object? value)
    {
        if (value is null || Readers.IsEmpty) return value;
        for (var type = value.GetType(); type is not null; type = type.BaseType)
            if (Readers.TryGetValue(type, out var read)) return read(value);
        return value;
    }
}
