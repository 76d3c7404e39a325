using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Qiansi.Engine.Display;

/// <summary>Types whose members say little: exceptions, tasks, types, delegates, JSON, memory, images, data tables.</summary>
internal static class SpecialNodes
{
    /// <summary>Whether <see cref="Of"/> shows the value in a way of its own.</summary>
    public static bool IsSpecial(object value, Type type) =>
        value is Exception or Task or Type or MemberInfo or Assembly or Delegate or byte[] or StringBuilder or Array { Rank: > 1 }
        || IsValueTask(type) || IsMemory(type) || IsGrouping(type) is not null || IsOfRareAssembly(type) || PackageNodes.Knows(type);

    /// <summary>What to show of a special value; null for any other.</summary>
    public static DisplayNode? Of(object value, Type type, int depth, NodeBuilder builder) => value switch
    {
        Exception e => ExceptionNodes.Of(e),
        Task task => TaskNodes.Of(task, type, depth, builder),
        Type t => builder.Text(TypeNames.Full(t), depth),
        MemberInfo or Assembly or StringBuilder => builder.Text(value.ToString() ?? "", depth),
        Delegate d => builder.Text($"{TypeNames.Of(type)} ({d.Method.Name})", depth),
        byte[] bytes when ImageBytes.MediaType(bytes) is { } mediaType => Image(bytes, mediaType, depth, builder),
        Array { Rank: > 1 } array =>
            depth >= builder.Limits.Depth ? builder.Text(TypeNames.Of(type), depth) : ArrayNodes.Of(array, depth, builder),
        ITuple tuple => Tuple(tuple, type, depth, builder),
        ReadOnlyMemory<char> characters => builder.Text(characters.ToString(), depth),
        _ when IsMemory(type) => builder.Build(type.GetMethod(nameof(Memory<int>.ToArray))!.Invoke(value, null), depth),
        _ when IsValueTask(type) =>
            TaskNodes.Of((Task)type.GetMethod(nameof(ValueTask.AsTask))!.Invoke(value, null)!, type, depth, builder),
        _ when IsGrouping(type) is { } grouping => Group(value, type, grouping, depth, builder),
        _ when IsOfRareAssembly(type) => Rare(value, depth, builder),
        _ => PackageNodes.Of(value, type, depth, builder),
    };

    /// <summary>The row a value is although it is shown in a way of its own when it stands alone: a group, a row of data.</summary>
    public static RowReader? RowOf(object value, Type type, NodeBuilder builder)
    {
        if (IsGrouping(type) is { } grouping)
        {
            return new RowReader(["Key", "Items"], (name, depth) => name == "Key"
                ? builder.Build(grouping.GetProperty("Key")!.GetValue(value), depth)
                : SequenceNodes.Of((System.Collections.IEnumerable)value, type, depth, builder));
        }

        return IsOfRareAssembly(type) ? RareRow(value, builder) : null;
    }

    /// <summary>Whether the type is one of <see cref="Rare"/>'s; asked by name, so that a trivial cell does
    /// not load their assemblies.</summary>
    private static bool IsOfRareAssembly(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.Namespace is "System.Text.Json" or "System.Text.Json.Nodes" or "System.Data" or "System.Data.Common"
                or "System.Linq.Expressions" or "System.Xml" or "System.Xml.Linq") return true;
        }

        return type.GetInterface("System.Data.IDataRecord") is not null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static RowReader? RareRow(object value, NodeBuilder builder) => DataNodes.RowOf(value, builder);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DisplayNode? Rare(object value, int depth, NodeBuilder builder) => value switch
    {
        JsonDocument document => builder.Text(Json(document.RootElement), depth),
        JsonElement element => builder.Text(Json(element), depth),
        JsonNode node => builder.Text(node.ToJsonString(Indented()), depth),
        XNode xml => builder.Text(xml.ToString(), depth),
        XAttribute xml => builder.Text(xml.ToString(), depth),
        XmlDocument { DocumentElement: not null } xml => builder.Text(XDocument.Parse(xml.OuterXml).ToString(), depth),
        XmlElement xml => builder.Text(XElement.Parse(xml.OuterXml).ToString(), depth),
        XmlNode xml => builder.Text(xml.OuterXml, depth),
        Expression expression => builder.Text(expression.ToString(), depth),
        _ => DataNodes.Of(value, depth, builder),
    };

    private static JsonSerializerOptions Indented() =>
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Json(JsonElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? "undefined" : JsonSerializer.Serialize(element, Indented());

    /// <summary>A picture file.</summary>
    public static DisplayNode Image(byte[] bytes, string mediaType, int depth, NodeBuilder builder)
    {
        var size = ImageBytes.Size(bytes, mediaType);
        var words = $"{mediaType[6..].Split('+')[0].ToUpperInvariant()} "
            + $"image{(size is { } s ? $", {s.Width} × {s.Height}" : "")}, {bytes.Length} bytes";
        if (depth > 0 && bytes.Length > DisplayLimits.Bytes / 4) return builder.Text($"({words})", depth);
        return new HtmlNode($"<img alt=\"{words}\" src=\"data:{mediaType};base64,{Convert.ToBase64String(bytes)}\">", words);
    }

    private static ObjectNode Tuple(ITuple tuple, Type type, int depth, NodeBuilder builder)
    {
        var members = builder.ElementNames(tuple)
            .Select((name, i) => KeyValuePair.Create(name, builder.Build(tuple[i], depth + 1))).ToList();
        return new ObjectNode(builder.Summary(tuple, type), TypeNames.Of(type), members, null);
    }

    private static ObjectNode Group(object group, Type type, Type grouping, int depth, NodeBuilder builder)
    {
        var key = grouping.GetProperty("Key")!.GetValue(group);
        var items = SequenceNodes.Of((System.Collections.IEnumerable)group, type, depth + 1, builder);
        return new ObjectNode($"Key = {ScalarText.Of(key) ?? key?.ToString()}", "IGrouping",
            [new("Key", builder.Build(key, depth + 1)), new("Items", items)], null);
    }

    private static Type? IsGrouping(Type type) =>
        Array.Find(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IGrouping<,>));

    private static bool IsMemory(Type type) =>
        type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(Memory<>) || type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>));

    private static bool IsValueTask(Type type) =>
        type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));
}
