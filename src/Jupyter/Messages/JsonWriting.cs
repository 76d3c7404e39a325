using System.Text.Json;
using Qiansi.Contracts;

namespace Qiansi.Jupyter.Messages;

/// <summary>The shapes that recur in message contents, as writer methods.</summary>
internal static class JsonWriting
{
    private const int SegmentLength = 64 * 1024;

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
            else if (value.Length <= SegmentLength) json.WriteString(mediaType, value);
            else json.WriteLongString(mediaType, value);
        }
        json.WriteEndObject();
    }

    /// <summary>Piece by piece: the writer reserves three bytes for each character of what it is given at once,
    /// which for a large picture or page is much.</summary>
    private static void WriteLongString(this Utf8JsonWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        for (var at = 0; at < value.Length;)
        {
            var end = Math.Min(at + SegmentLength, value.Length);
            if (end < value.Length && char.IsHighSurrogate(value[end - 1])) end--;
            json.WriteStringValueSegment(value.AsSpan(at, end - at), isFinalSegment: end == value.Length);
            at = end;
        }
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");
}
