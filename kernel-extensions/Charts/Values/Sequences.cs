using System.Collections;

namespace Qiansi.Charts.Values;

/// <summary>Reads arrays, lists and lazy sequences into columns and rows.</summary>
internal static class Sequences
{
    /// <summary>More floats than this are widened without looking for their shortest decimals.</summary>
    private const int ManyFloats = 50_000;

    /// <summary>Most elements read, so that an endless sequence ends.</summary>
    private const int Most = 20_000_000;

    /// <summary>A column of numbers or texts, rows of them, or a mixed list.</summary>
    /// <exception cref="ArgumentException">An element has no place in a chart, or there is no end to them.</exception>
    public static object Of(IEnumerable sequence, string name)
    {
        switch (sequence)
        {
            case float[] { Length: > ManyFloats } floats:
                return Array.ConvertAll(floats, f => (double)f);
            case float[] floats:
                return Array.ConvertAll(floats, PlotlyValue.Widen);
            case int[] numbers:
                return Array.ConvertAll(numbers, n => (double)n);
            case long[] numbers:
                return Array.ConvertAll(numbers, n => (double)n);
            case bool[] flags:
                return Array.ConvertAll(flags, f => f ? 1.0 : 0.0);
            case IEnumerable<double> numbers:
                return Limited(numbers, name).ToArray();
            case IDictionary { Count: > 0 } map when map.Keys.Cast<object>().First() is string:
                return Attributes(map);
        }

        var items = Limited(sequence.Cast<object?>(), name)
            .Select(item => item is bool flag ? flag ? 1.0 : 0.0 : PlotlyValue.Of(item, name)).ToArray();
        if (items.Length == 0) return Array.Empty<double>();
        if (Array.TrueForAll(items, i => i is double or null) && Array.Exists(items, i => i is double))
            return Array.ConvertAll(items, i => i is double d ? d : double.NaN);
        if (Array.TrueForAll(items, i => i is string or null) && Array.Exists(items, i => i is string))
            return Array.ConvertAll(items, i => (string?)i);
        if (Array.TrueForAll(items, i => i is double[])) return Array.ConvertAll(items, i => (double[])i!);
        if (Array.TrueForAll(items, i => i is string?[] or double[] { Length: 0 }) && Array.Exists(items, i => i is string?[]))
            return Array.ConvertAll(items, i => i as string?[] ?? []);
        return items;
    }

    /// <summary>The rows of a two-dimensional array.</summary>
    public static object Rows(Array rectangle, string name)
    {
        int rows = rectangle.GetLength(0), columns = rectangle.GetLength(1);
        if (rectangle is double[,] numbers) return Build(rows, columns, (r, c) => numbers[r, c]);
        if (rectangle is float[,] floats) return Build(rows, columns, (r, c) => PlotlyValue.Widen(floats[r, c]));
        if (rectangle is string[,] texts) return Build<string?>(rows, columns, (r, c) => texts[r, c]);
        return Build(rows, columns, (r, c) => rectangle.GetValue(r, c) switch
        {
            bool flag => flag ? 1 : 0,
            null => double.NaN,
            var item => PlotlyValue.Number(item)
                ?? throw new ArgumentException($"{name}: a two-dimensional array holds numbers or texts, not {item.GetType()}"),
        });
    }

    private static T[][] Build<T>(int rows, int columns, Func<int, int, T> at)
    {
        var result = new T[rows][];
        for (var r = 0; r < rows; r++)
        {
            result[r] = new T[columns];
            for (var c = 0; c < columns; c++) result[r][c] = at(r, c);
        }

        return result;
    }

    private static PlotlyObject Attributes(IDictionary map)
    {
        var attributes = new PlotlyObject();
        foreach (DictionaryEntry entry in map) attributes[(string)entry.Key] = entry.Value;
        return attributes;
    }

    private static IEnumerable<T> Limited<T>(IEnumerable<T> items, string name)
    {
        var count = 0;
        foreach (var item in items)
        {
            if (++count > Most)
                throw new ArgumentException(
                    $"{name}: the sequence has more than {Most:N0} elements, perhaps no end; take a part of it: .Take(n)");
            yield return item;
        }
    }
}
