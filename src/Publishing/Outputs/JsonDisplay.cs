using System.Text.Encodings.Web;
using System.Text.Json;
using Qiansi.Publishing.Code;

namespace Qiansi.Publishing.Outputs;

/// <summary>JSON for a reader: indented and in colour.</summary>
internal static class JsonDisplay
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>HTML of each line; the text as it is when it is not JSON.</summary>
    public static IReadOnlyList<string> Lines(string json, CodeHighlighter highlighter) =>
        highlighter.Excerpt(Indent(json), "json").Split('\n');

    /// <summary>The JSON with line breaks and indentation; the text as it is when it is not JSON.</summary>
    public static string Indent(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return JsonSerializer.Serialize(document.RootElement, Indented);
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
