using System.Text.Json.Nodes;

namespace Qiansi.Documents.Json;

/// <summary>Writes a node over the JSON it was read from, keeping the text of all that still says the same.</summary>
internal static class JsonNodePatch
{
    /// <summary>How to write the node, or null when the text already says it.</summary>
    public static Action<JsonTextWriter, int>? Plan(JsonText? origin, JsonNode? node)
    {
        if (origin is not null && origin.Says(node)) return null;
        return (origin?.Kind, node) switch
        {
            (JsonTextKind.Object, JsonObject members) => Members(origin, members).Write,
            (JsonTextKind.Array, JsonArray items) => Items(origin, items).Write,
            _ => (writer, depth) => writer.Node(node, depth),
        };
    }

    private static JsonObjectPatch Members(JsonText origin, JsonObject members)
    {
        var patch = new JsonObjectPatch(origin);
        foreach (var entry in origin.Entries)
            if (!members.ContainsKey(entry.Name)) patch.Remove(entry.Name);
        foreach (var (name, node) in members)
            if (Plan(origin[name], node) is { } write) patch.Set(name, write);
        return patch;
    }

    private static JsonTextPatch Items(JsonText origin, JsonArray items) => JsonArrayPatch.Align<JsonNode?>(
        origin,
        [.. items],
        (element, item) => element.Says(item),
        (writer, depth, element, item) => (Plan(element, item) ?? ((w, d) => w.Node(item, d)))(writer, depth));
}
