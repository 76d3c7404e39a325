using System.Text.Json;
using System.Text.Json.Nodes;
using Qiansi.Contracts;

namespace Qiansi.Server.Contents;

/// <summary>
/// Files keep texts as lists of lines, for the sake of diffs; front ends of Jupyter know each as one string,
/// and show or save a list as lines with commas between them.
/// </summary>
internal static class JoinedLines
{
    /// <summary>Joins the texts of a cell: source, streams, what outputs show, attachments.
    /// Values of JSON media types are lists in their own right.</summary>
    public static void In(JsonObject cell)
    {
        Join(cell, "source");
        foreach (var (_, attachment) in cell["attachments"] as JsonObject ?? []) InBundle(attachment);
        foreach (var output in (cell["outputs"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Join(output, "text");
            InBundle(output["data"]);
        }
    }

    /// <summary>A copy of a bundle of media types, its texts joined.</summary>
    public static JsonNode? Of(JsonNode? bundle)
    {
        var copy = bundle?.DeepClone();
        InBundle(copy);
        return copy;
    }

    private static void InBundle(JsonNode? bundle)
    {
        if (bundle is not JsonObject data) return;
        foreach (var mediaType in data.Select(d => d.Key).Where(m => !MimeBundle.IsJson(m)).ToList()) Join(data, mediaType);
    }

    private static void Join(JsonObject parent, string name)
    {
        if (parent[name] is JsonArray lines && lines.All(l => l?.GetValueKind() == JsonValueKind.String))
            parent[name] = string.Concat(lines.Select(l => (string?)l));
    }
}
