using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Qiansi.Documents.Json;

/// <summary>Between <see cref="JsonText"/> and the nodes that callers may change.</summary>
internal static class JsonTextNodes
{
    /// <summary>A changeable copy; numbers keep their spelling, of equal names the last counts.</summary>
    public static JsonNode? ToNode(this JsonText text)
    {
        switch (text.Kind)
        {
            case JsonTextKind.Object: return text.ToObject();
            case JsonTextKind.Array: return new JsonArray([.. text.Entries.Select(e => e.Value.ToNode())]);
            case JsonTextKind.String: return JsonValue.Create(text.GetString());
            case JsonTextKind.True: return JsonValue.Create(true);
            case JsonTextKind.False: return JsonValue.Create(false);
            case JsonTextKind.Null: return null;
            default:
                return IsFinite(text)
                    ? JsonNode.Parse(text.Bytes) : JsonValue.Create(double.Parse(text.Bytes, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A changeable copy of an object.</summary>
    public static JsonObject ToObject(this JsonText text)
    {
        var copy = new JsonObject();
        foreach (var entry in text.Entries) copy[entry.Name] = entry.Value.ToNode();
        return copy;
    }

    /// <summary>Whether a node says the same as the text; the order of names and the spelling of strings do not matter.</summary>
    public static bool Says(this JsonText text, JsonNode? node) => node switch
    {
        null => text.Kind == JsonTextKind.Null,
        JsonObject members => text.Kind == JsonTextKind.Object && SaysMembers(text, members),
        JsonArray items => text.Kind == JsonTextKind.Array && text.Entries.Count == items.Count
            && !text.Entries.Where((e, i) => !e.Value.Says(items[i])).Any(),
        JsonValue value => SaysValue(text, value),
        _ => false,
    };

    /// <summary>The JSON of a value that is no container, as written to a file.</summary>
    public static string Spell(JsonValue value, bool ascii)
    {
        if (TryGetString(value, out var characters))
        {
            var quoted = new StringBuilder();
            JsonStrings.Append(characters, ascii, quoted);
            return quoted.ToString();
        }

        return value.TryGetValue(out double number) && !double.IsFinite(number)
            ? number.ToString(CultureInfo.InvariantCulture) : value.ToJsonString();
    }

    private static bool SaysMembers(JsonText text, JsonObject members)
    {
        var names = new HashSet<string>();
        foreach (var entry in text.Entries)
            if (names.Add(entry.Name) && !(members.TryGetPropertyValue(entry.Name, out var node) && text[entry.Name]!.Says(node)))
                return false;
        return names.Count == members.Count;
    }

    private static bool SaysValue(JsonText text, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True: return text.Kind == JsonTextKind.True;
            case JsonValueKind.False: return text.Kind == JsonTextKind.False;
            case JsonValueKind.String:
                return text.Kind == JsonTextKind.String && TryGetString(value, out var characters) && text.GetString() == characters;
            default: return text.Kind == JsonTextKind.Number && SaysNumber(text.ToCompactString(), Spell(value, ascii: true));
        }
    }

    private static bool SaysNumber(string written, string wanted) => written == wanted
        || (decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
            && decimal.TryParse(wanted, NumberStyles.Float, CultureInfo.InvariantCulture, out var b) && a == b);

    private static bool TryGetString(JsonValue value, out string characters)
    {
        if (value.GetValueKind() == JsonValueKind.String)
        {
            characters = value.TryGetValue(out string? text) ? text : JsonSerializer.Deserialize<string>(value.ToJsonString())!;
            return true;
        }

        characters = "";
        return false;
    }

    private static bool IsFinite(JsonText number) => number.Bytes[^1] is >= (byte)'0' and <= (byte)'9';
}
