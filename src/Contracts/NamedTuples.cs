using System.ComponentModel;

namespace Qiansi.Contracts;

/// <summary>A value with the names that code gives the elements of its tuples, which exist for the compiler only: made by code woven into
/// cells.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NamedTuples
{
    /// <summary>A value with names.</summary>
    /// <param name="value">The value.</param>
    /// <param name="names">For each tuple type, as the engine writes it, its names: <c>(string, int)|Name,Age;(int, int)|X,Y</c>.</param>
    public NamedTuples(object? value, string names) => (Value, Names) =
        (value, names.Split(';').Select(t => t.Split('|')).ToDictionary(t => t[0], t => t[1].Split(',')));

    /// <summary>The value.</summary>
    public object? Value { get; }

    /// <summary>By the type of the tuple: a name for each element.</summary>
    public IReadOnlyDictionary<string, string[]> Names { get; }

    /// <summary>The value alone, if it has names.</summary>
    public static object? Without(object? value) => value is NamedTuples named ? named.Value : value;
}
