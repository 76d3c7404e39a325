using System.Collections;

namespace Qiansi.Engine.Display;

/// <summary>Sequences: scalars in a row, objects as a table of their members, dictionaries by key, anything else by index.</summary>
internal static class SequenceNodes
{
    /// <summary>What to show of a sequence; no more items are asked of it than are shown, and one to know whether there are more.</summary>
    public static DisplayNode Of(IEnumerable sequence, Type type, int depth, NodeBuilder builder)
    {
        if (DictionaryEntries.Of(sequence, type) is { } entries) return Dictionary(entries, sequence, depth, builder);
        var (items, omitted) = Read(sequence, builder.Limits.Items);
        if (items.TrueForAll(i => i is null || ScalarText.IsScalar(i.GetType())))
            return new ListNode(
                [.. items.Select(i => builder.Text(ScalarText.Of(i)!, depth + 1).Text)], omitted is null ? null : $"... ({omitted})");
        return Rows(items, omitted is null ? null : $"… {omitted}", depth, builder);
    }

    /// <summary>A table of rows: by members when all items are objects with members, by key when all are dictionaries.</summary>
    public static TableNode Rows(List<object?> items, string? omitted, int depth, NodeBuilder builder)
    {
        var readers = items.Select(i => RowReader.Of(i, builder)).ToList();
        if (readers.Count > 0 && readers.TrueForAll(r => r is not null)) return Table(items, readers!, omitted, depth, builder);
        var rows = new List<IReadOnlyList<DisplayNode?>>();
        foreach (var item in items)
        {
            if (builder.IsFull) break;
            rows.Add([new TextNode($"{rows.Count}"), builder.Build(item, depth + 1)]);
        }

        return new TableNode(null, ["index", "value"], rows, 1, Cut(omitted, rows.Count, items.Count));
    }

    /// <summary>At most <paramref name="limit"/> items, and in words how many there are besides.</summary>
    public static (List<object?> Items, string? Omitted) Read(IEnumerable sequence, int limit)
    {
        var items = new List<object?>();
        var enumerator = sequence.GetEnumerator();
        try
        {
            while (enumerator.MoveNext())
            {
                if (items.Count == limit) return (items, Count(sequence) is { } count ? $"{count - limit} more" : "more");
                items.Add(enumerator.Current);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException && items.Count > 0)
        {
            return (items, $"the sequence threw {TypeNames.Of(e.GetType())}: {e.Message}");
        }
        finally
        {
            (enumerator as IDisposable)?.Dispose();
        }

        return (items, null);
    }

    private static TableNode Table(List<object?> items, List<RowReader> readers, string? omitted, int depth, NodeBuilder builder)
    {
        var columns = new List<string>();
        foreach (var name in readers.SelectMany(r => r.Names))
        {
            if (!columns.Contains(name)) columns.Add(name);
        }

        var notes = new List<string>();
        if (columns.Count > DisplayLimits.Columns)
        {
            notes.Add($"… {columns.Count - DisplayLimits.Columns} more columns: "
                + $"{string.Join(", ", columns.Skip(DisplayLimits.Columns).Take(20))}");
            columns.RemoveRange(DisplayLimits.Columns, columns.Count - DisplayLimits.Columns);
        }

        var rows = new List<IReadOnlyList<DisplayNode?>>();
        foreach (var reader in readers)
        {
            if (builder.IsFull) break;
            var cells = new DisplayNode?[columns.Count + 1];
            cells[0] = new TextNode($"{rows.Count}");
            for (var c = 0; c < columns.Count; c++) cells[c + 1] = reader.Cell(columns[c], depth + 1);
            rows.Add(cells);
        }

        if (Cut(omitted, rows.Count, items.Count) is { } cut) notes.Insert(0, cut);
        return new TableNode(null, ["index", .. columns], rows, 1, notes.Count == 0 ? null : string.Join("; ", notes));
    }

    private static TableNode Dictionary(
        IEnumerable<(object? Key, object? Value)> entries, object dictionary, int depth, NodeBuilder builder)
    {
        var rows = new List<IReadOnlyList<DisplayNode?>>();
        string? omitted = null;
        foreach (var (key, value) in entries)
        {
            if (rows.Count == builder.Limits.Items || builder.IsFull)
            {
                omitted = Count(dictionary) is { } count ? $"… {count - rows.Count} more" : "… more";
                break;
            }

            rows.Add([builder.Build(key, depth + 1), builder.Build(value, depth + 1)]);
        }

        return new TableNode(null, ["key", "value"], rows, 1, omitted);
    }

    private static string? Cut(string? omitted, int shown, int read) =>
        shown == read ? omitted : $"… {read - shown} or more rows left out: output is limited to {DisplayLimits.BytesInWords}";

    private static int? Count(object sequence)
    {
        if (sequence is ICollection collection) return collection.Count;
        return sequence.GetType().GetInterfaces()
            .FirstOrDefault(i =>
                i.IsGenericType
                && (i.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>) || i.GetGenericTypeDefinition() == typeof(ICollection<>)))
            ?.GetProperty("Count")?.GetValue(sequence) as int?;
    }
}
