using System.Collections;
using System.Runtime.CompilerServices;

namespace Qiansi.Charts;

/// <summary>Takes data of the short forms apart.</summary>
internal static class PointData
{
    /// <summary>A scatter trace of points.</summary>
    /// <param name="x">Places; when there is no y, the values themselves, or pairs <c>(x, y)</c>, or a dictionary.</param>
    /// <param name="y">Values.</param>
    /// <param name="mode">Plotly's name of what is shown.</param>
    /// <param name="style">All else.</param>
    /// <exception cref="ArgumentException">There are no values, or not one y for each x.</exception>
    public static Trace Scatter(object? x, object? y, string mode, SeriesStyle style)
    {
        if (y is string name) throw new ArgumentException($"y is the text \"{name}\", not values; name the series with Name: \"{name}\"");
        if (x is null || y is null)
            (x, y) = Pairs(y ?? x ?? throw new ArgumentException("there are no values to draw; give x and y, or the values alone"));
        var trace = new Trace(style.UseWebGL is true ? "scattergl" : "scatter") { ["x"] = x, ["y"] = y };
        CheckLengths(trace);
        trace["mode"] = mode;
        return style.ApplyTo(trace);
    }

    /// <summary>The firsts and seconds of a sequence of pairs; the values alone when they are no pairs.</summary>
    public static (object? X, object Y) Pairs(object values)
    {
        if (values is string or Array { Rank: not 1 } or not IEnumerable) return (null, values);
        var items = ((IEnumerable)values).Cast<object?>();
        if (values is IEnumerable<double> or IEnumerable<float> || items.FirstOrDefault() is not { } first || Pair(first) is null)
            return (null, values);
        var pairs = items.Select(i => Pair(i) ?? throw new ArgumentException($"y: {i ?? "null"} stands among pairs but is none")).ToArray();
        return (pairs.Select(p => p.First).ToArray(), pairs.Select(p => p.Second).ToArray());
    }

    /// <summary>Throws when x and y of a trace do not belong together, where a drawing would only look odd.</summary>
    public static void CheckLengths(Trace trace)
    {
        if (trace["x"] is not Array x || trace["y"] is not Array y || x.Length == y.Length) return;
        throw new ArgumentException($"x has {x.Length} values and y has {y.Length}; each point needs one of each");
    }

    private static (object? First, object? Second)? Pair(object? item) => item switch
    {
        ITuple { Length: 2 } pair => (pair[0], pair[1]),
        DictionaryEntry entry => (entry.Key, entry.Value),
        not null when item.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) =>
            (type.GetProperty("Key")!.GetValue(item), type.GetProperty("Value")!.GetValue(item)),
        _ => null,
    };
}
