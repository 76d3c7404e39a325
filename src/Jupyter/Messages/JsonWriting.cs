using System.Text.Json;
using Qiansi.Contracts;

namespace Qiansi.Jupyter.Messages;

/// <summary>The shapes that recur in message contents, as writer methods.</summary>
internal static class JsonWriting
{
    /// <exception cref="MessageFormatException">The text is not one JSON value.</exception>
    public static void WriteJson(this Utf8JsonWriter json, RawJson value)
    {
        try
        {
            json.WriteRawValue(value.ToString());
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new MessageFormatException($"Not one JSON value ({e.Message}): {Shorten(value.ToString())}", e);
        }
    }

    public static void WriteJson(this Utf8JsonWriter json, string name, RawJson value)
    {
        json.WritePropertyName(name);
        json.WriteJson(value);
    }

    public static void WriteTexts(this Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public static void WriteEntries(this Utf8JsonWriter json, string name, IReadOnlyList<KeyValuePair<string, RawJson>> entries)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in entries) json.WriteJson(key, value);
        json.WriteEndObject();
    }

    /// <summary>A <c>data</c> dictionary: JSON media types nested, all others as strings.</summary>
    public static void WriteBundle(this Utf8JsonWriter json, string name, MimeBundle bundle)
    {
        json.WriteStartObject(name);
        foreach (var (mediaType, value) in bundle)
        {
            if (MimeBundle.IsJson(mediaType)) json.WriteJson(mediaType, new(value));
            else json.WriteString(mediaType, value);
        }
        json.WriteEndObject();
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");
}
