using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Qiansi.Engine.Display;

/// <summary>Sequences as comma-separated values, RFC 4180: a line of heads, then all items; quotes where a value needs them.</summary>
internal static class CsvText
{
    /// <summary>Most rows written; a sequence may have no end.</summary>
    public const int Rows = 1_000_000;

    /// <summary>The text of a sequence of objects, tuples, dictionaries or scalars, or of one such item.</summary>
    /// <exception cref="InvalidOperationException">The sequence has more than <see cref="Rows"/> items.</exception>
    public static string Of(object? value)
    {
        var csv = new StringBuilder();
        List<string>? heads = null;
        var rows = 0;
        foreach (var item in value is IEnumerable sequence and not string && !IsRow(value) ? sequence : new[] { value })
        {
            if (rows++ == Rows)
                throw new InvalidOperationException(
                    $"The sequence has more than {Rows} items, too many for text/csv; take part of it: .Take({Rows}).");
            var cells = Cells(item);
            if (heads is null)
            {
                heads = [.. cells.Select(c => c.Name)];
                Line(csv, heads);
            }

            Line(csv, heads.Select(h => Text(cells.Find(c => c.Name == h).Value)));
        }

        return csv.ToString();
    }

    private static bool IsRow(object value) => value is IDictionary<string, object?>;

    private static List<(string Name, object? Value)> Cells(object? item)
    {
        if (item is null || ScalarText.IsScalar(item.GetType())) return [("value", item)];
        if (item is ITuple tuple) return [.. Enumerable.Range(0, tuple.Length).Select(i => ($"Item{i + 1}", tuple[i]))];
        if (item is IEnumerable sequence)
        {
            return DictionaryEntries.Of(sequence, item.GetType()) is { } entries
                ? [.. entries.Select(e => (Text(e.Key), e.Value))]
                : [.. sequence.Cast<object?>().Select((cell, i) => ($"{i}", cell))];
        }

        return [.. Members.Of(item.GetType()).Select(m => (m.Name, m.Get(item)))];
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime or DateTimeOffset => ((IFormattable)value).ToString("o", CultureInfo.InvariantCulture),
        _ => ScalarText.Of(value) ?? value.ToString() ?? "",
    };

    private static void Line(StringBuilder csv, IEnumerable<string> cells) =>
        csv.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
}
