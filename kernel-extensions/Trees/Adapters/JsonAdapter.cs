using System.Text.Json;

namespace Qiansi.Trees.Adapters;

/// <summary>JSON: objects and arrays with their size, scalars with their value.</summary>
internal static class JsonAdapter
{
    /// <summary>The tree of a JSON value.</summary>
    public static TreeItem Read(JsonElement json) => Read(json, "");

    private static TreeItem Read(JsonElement json, string name)
    {
        var colon = name.Length > 0 ? name + ": " : "";
        return json.ValueKind switch
        {
            JsonValueKind.Object => new($"{(name.Length > 0 ? name + " " : "")}{{{json.EnumerateObject().Count()}}}", json)
            {
                Category = "object",
                Children = json.EnumerateObject().Select(p => Read(p.Value, p.Name)),
            },
            JsonValueKind.Array => new($"{(name.Length > 0 ? name + " " : "")}[{json.GetArrayLength()}]", json)
            {
                Category = "array",
                Children = json.EnumerateArray().Select((e, i) => Read(e, $"{i}")),
            },
            JsonValueKind.String => new($"{colon}\"{json.GetString()}\"", json) { Category = "text" },
            JsonValueKind.Number => new(colon + json.GetRawText(), json) { Category = "number" },
            _ => new(colon + json.GetRawText(), json) { Category = "true, false, null" },
        };
    }
}
