using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Qiansi.Server.Contents;

/// <summary>JSON that has been through a browser, which knows doubles only: 2.50 comes back as 2.5, 1e3 as 1000.</summary>
internal static class BrowserJson
{
    private static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = 256 };

    /// <summary>Whether two texts of JSON are the same to a browser.</summary>
    public static bool Same(string one, string other)
    {
        if (one == other) return true;
        try
        {
            return Same(JsonNode.Parse(one, documentOptions: ReadOptions), JsonNode.Parse(other, documentOptions: ReadOptions));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether two values are the same to a browser.</summary>
    public static bool Same(JsonNode? one, JsonNode? other) => (one, other) switch
    {
        (JsonObject a, JsonObject b) =>
            a.Count == b.Count && a.All(p => b.TryGetPropertyValue(p.Key, out var value) && Same(p.Value, value)),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(p => Same(p.First, p.Second)),
        (JsonValue a, JsonValue b)
            when a.GetValueKind() == JsonValueKind.Number && b.GetValueKind() == JsonValueKind.Number => Number(a) == Number(b),
        _ => JsonNode.DeepEquals(one, other),
    };

    /// <summary>What a browser has sent, with all that is the same to it in the form that it had before.</summary>
    public static JsonObject Keep(JsonObject before, JsonObject now)
    {
        foreach (var (name, value) in now.ToList())
        {
            if (!before.TryGetPropertyValue(name, out var old)) continue;
            if (Same(old, value)) now[name] = old?.DeepClone();
            else if (old is JsonObject part && value is JsonObject changed) Keep(part, changed);
        }
        return now;
    }

    private static double Number(JsonValue value) => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
}
