using System.Text.Json;
using System.Text.Json.Nodes;

namespace Qiansi.Clients.Browser;

/// <summary>Notebooks that tests open.</summary>
internal static class SampleFiles
{
    /// <summary>A PNG of 2 × 2 pixels.</summary>
    public const string Png =
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP4z8Dwn4GBgYmBgeE/AwATBgMBZ6V6xAAAAABJRU5ErkJggg==";

    public const string Figure =
        """{"data":[{"y":[0.69,0.41,0.2,0.11],"name":"train"},{"y":[0.7,0.5,0.34,0.3],"name":"test"}],"layout":{"title":{"text":"Loss"}}}""";

    public static string Notebook(params JsonObject[] cells) => new JsonObject
    {
        ["cells"] = new JsonArray([.. cells.Select((c, i) => (JsonNode)With(c, "id", $"c{i}"))]),
        ["metadata"] = JsonNode.Parse(
            """{"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"},"language_info":{"name":"C#"}}"""),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString();

    public static JsonObject Code(string source, string metadata = "{}", string? outputs = null) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["metadata"] = JsonNode.Parse(metadata),
        ["outputs"] =
            outputs is null ? [] : new JsonArray(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = outputs }),
        ["source"] = source,
    };

    public static JsonObject Markdown(string source, string metadata = "{}") =>
        new() { ["cell_type"] = "markdown", ["metadata"] = JsonNode.Parse(metadata), ["source"] = source };

    public static string SlideType(string type) =>
        new JsonObject { ["slideshow"] = new JsonObject { ["slide_type"] = type } }.ToJsonString();

    /// <summary>A C# text literal.</summary>
    public static string Literal(string text) => JsonSerializer.Serialize(text);

    private static JsonObject With(JsonObject cell, string name, JsonNode value)
    {
        cell[name] = value;
        return cell;
    }
}
