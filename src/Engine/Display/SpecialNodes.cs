using System.Data;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Qiansi.Engine.Display;

/// <summary>Types whose members say little: exceptions, tasks, types, delegates, JSON, memory, images, data tables.</summary>
internal static class SpecialNodes
{
    /// <summary>Whether <see cref="Of"/> shows the value in a way of its own.</summary>
    public static bool IsSpecial(object value, Type type) =>
        value is Exception or Task or Type or MemberInfo or Assembly or Delegate or byte[] or StringBuilder or Array { Rank: > 1 }
        || IsValueTask(type) || IsMemory(type) || IsGrouping(type) is not null || IsOfRareAssembly(type);

    /// <summary>What to show of a special value; null for any other.</summary>
    public static DisplayNode? Of(object value, Type type, int depth, NodeBuilder builder) => value switch
    {
        Exception e => ExceptionNodes.Of(e),
        Task task => TaskNodes.Of(task, type, depth, builder),
        Type t => builder.Text(TypeNames.Full(t), depth),
        MemberInfo or Assembly or StringBuilder => builder.Text(value.ToString() ?? "", depth),
        Delegate d => builder.Text($"{TypeNames.Of(type)} ({d.Method.Name})", depth),
        byte[] bytes when ImageBytes.MediaType(bytes) is { } mediaType => Image(bytes, mediaType, depth, builder),
        Array { Rank: > 1 } array => depth >= builder.Limits.Depth ? builder.Text(TypeNames.Of(type), depth) : ArrayNodes.Of(array, depth, builder),
        ITuple tuple => Tuple(tuple, type, depth, builder),
        ReadOnlyMemory<char> characters => builder.Text(characters.ToString(), depth),
        _ when IsMemory(type) => builder.Build(type.GetMethod(nameof(Memory<int>.ToArray))!.Invoke(value, null), depth),
        _ when IsValueTask(type) => TaskNodes.Of((Task)type.GetMethod(nameof(ValueTask.AsTask))!.Invoke(value, null)!, type, depth, builder),
        _ when IsGrouping(type) is { } grouping => Group(value, type, grouping, depth, builder),
        _ when IsOfRareAssembly(type) => Rare(value, depth, builder),
        _ => null,
    };

    /// <summary>Whether the type is one of <see cref="Rare"/>'s; asked by name, so that a trivial cell does not load their assemblies.</summary>
    private static bool IsOfRareAssembly(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.Namespace is "System.Text.Json" or "System.Text.Json.Nodes" or "System.Data" or "System.Linq.Expressions") return true;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DisplayNode? Rare(object value, int depth, NodeBuilder builder) => value switch
    {
        JsonDocument document => builder.Text(Json(document.RootElement), depth),
        JsonElement element => builder.Text(Json(element), depth),
        JsonNode node => builder.Text(node.ToJsonString(Indented()), depth),
        DataTable table => Table(table, depth, builder),
        Expression expression => builder.Text(expression.ToString(), depth),
        _ => null,
    };

    private static JsonSerializerOptions Indented() => new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Json(JsonElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? "undefined" : JsonSerializer.Serialize(element, Indented());

    private static DisplayNode Image(byte[] bytes, string mediaType, int depth, NodeBuilder builder)
    {
        var size = ImageBytes.Size(bytes, mediaType);
        var words = $"{mediaType[6..].Split('+')[0].ToUpperInvariant()} image{(size is { } s ? $", {s.Width} × {s.Height}" : "")}, {bytes.Length} bytes";
        if (depth > 0 && bytes.Length > DisplayLimits.Bytes / 4) return builder.Text($"({words})", depth);
        return new HtmlNode($"<img alt=\"{words}\" src=\"data:{mediaType};base64,{Convert.ToBase64String(bytes)}\">", words);
    }

    private static TableNode Table(DataTable table, int depth, NodeBuilder builder)
    {
        var columns = table.Columns.Cast<DataColumn>().Take(DisplayLimits.Columns).ToList();
        var rows = new List<IReadOnlyList<DisplayNode?>>();
        while (rows.Count < Math.Min(table.Rows.Count, builder.Limits.Items) && !builder.IsFull)
        {
            var row = table.Rows[rows.Count];
            rows.Add([new TextNode($"{rows.Count}"), .. columns.Select(c => builder.Build(row[c], depth + 1))]);
        }

        var omitted = new List<string>();
        if (rows.Count < table.Rows.Count) omitted.Add($"{table.Rows.Count - rows.Count} more rows");
        if (columns.Count < table.Columns.Count) omitted.Add($"{table.Columns.Count - columns.Count} more columns");
        return new TableNode(
            table.TableName.Length > 0 ? table.TableName : null,
            ["index", .. columns.Select(c => c.ColumnName)],
            rows,
            1,
            omitted.Count == 0 ? null : $"… {string.Join(", ", omitted)}");
    }

    private static ObjectNode Tuple(ITuple tuple, Type type, int depth, NodeBuilder builder)
    {
        var members = Enumerable.Range(0, tuple.Length).Select(i => KeyValuePair.Create($"Item{i + 1}", builder.Build(tuple[i], depth + 1))).ToList();
        return new ObjectNode(builder.Summary(tuple, type), TypeNames.Of(type), members, null);
    }

    private static ObjectNode Group(object group, Type type, Type grouping, int depth, NodeBuilder builder)
    {
        var key = grouping.GetProperty("Key")!.GetValue(group);
        var items = SequenceNodes.Of((System.Collections.IEnumerable)group, type, depth + 1, builder);
        return new ObjectNode($"Key = {ScalarText.Of(key) ?? key?.ToString()}", "IGrouping", [new("Key", builder.Build(key, depth + 1)), new("Items", items)], null);
    }

    private static Type? IsGrouping(Type type) =>
        Array.Find(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IGrouping<,>));

    private static bool IsMemory(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Memory<>) || type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>));

    private static bool IsValueTask(Type type) =>
        type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));
}
