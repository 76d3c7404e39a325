using System.Text.Json.Nodes;

namespace Qiansi.Server.Tests;

/// <summary>Notebooks as front ends send them.</summary>
internal static class Notebooks
{
    /// <summary>The folder of the project's chapters.</summary>
    public static string Chapters { get; } = Repository.PathOf("notebooks");

    /// <summary>A notebook of code cells.</summary>
    public static JsonObject Of(params string[] sources) => new()
    {
        ["cells"] = new JsonArray([.. sources.Select((s, i) => (JsonNode)CodeCell($"cell-{i}", s))]),
        ["metadata"] = new JsonObject
        {
            ["kernelspec"] =
            new JsonObject { ["name"] = ".net-csharp", ["display_name"] = ".NET (C#)", ["language"] = "C#" }
        },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    };

    public static JsonObject CodeCell(string id, string source) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = id,
        ["metadata"] = new JsonObject(),
        ["outputs"] = new JsonArray(),
        ["source"] = source,
    };

    /// <summary>What a front end puts into a request that saves it.</summary>
    public static JsonObject Save(JsonNode notebook) =>
        new() { ["type"] = "notebook", ["format"] = "json", ["content"] = notebook.DeepClone() };

    public static JsonObject Text(string text) => new() { ["type"] = "file", ["format"] = "text", ["content"] = text };
}
