using Qiansi.Documents.Json;

namespace Qiansi.Documents.Ipynb;

/// <summary>nbformat's multi-line strings: one string, or a list of strings that are joined.</summary>
internal static class MultilineText
{
    /// <summary>The joined text, or null when the JSON is neither a string nor a list of strings.</summary>
    public static string? Read(JsonText text) => text.Kind switch
    {
        JsonTextKind.String => text.GetString(),
        JsonTextKind.Array when text.Entries.All(e => e.Value.Kind == JsonTextKind.String) =>
            string.Concat(text.Entries.Select(e => e.Value.GetString())),
        _ => null,
    };

    /// <summary>How to write a text where another stood, or null when that says the same; keeps the choice of string or list,
    /// and the lines that stay.</summary>
    public static Action<JsonTextWriter, int>? Plan(JsonText? origin, string text, bool asList)
    {
        if (origin is null) return Fresh(text, asList);
        if (Read(origin) == text) return null;
        if (origin.Kind != JsonTextKind.Array) return Fresh(text, asList && origin.Kind != JsonTextKind.String);
        return JsonArrayPatch.Align(origin, Lines(text), (e, line) => e.Kind == JsonTextKind.String && e.GetString() == line,
            (writer, _, _, line) => writer.String(line)).Write;
    }

    /// <summary>How to write a new text.</summary>
    public static Action<JsonTextWriter, int> Fresh(string text, bool asList) => asList
        ? (writer, depth) => writer.Array(Lines(text), depth, writer.String)
        : (writer, _) => writer.String(text);

    /// <summary>The lines with their ends; nothing for the empty text.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
