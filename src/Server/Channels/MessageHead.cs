using System.Text.Json;

namespace Qiansi.Server.Channels;

/// <summary>The two fields of a header that a relay needs.</summary>
/// <param name="Id"><c>msg_id</c>.</param>
/// <param name="Type"><c>msg_type</c>.</param>
internal sealed record MessageHead(string Id, string Type)
{
    private static readonly MessageHead Unreadable = new("", "");

    /// <summary>Reads a header; texts that are missing, or a header that is not JSON, read as empty.</summary>
    public static MessageHead Read(ReadOnlySpan<byte> header) =>
        JsonField.Text(header, "msg_type"u8) is { Length: > 0 } type ? new(JsonField.Text(header, "msg_id"u8) ?? "", type) : Unreadable;
}

/// <summary>Fields of a JSON object, without reading the rest into memory.</summary>
internal static class JsonField
{
    /// <summary>The JSON of a field's value; empty when there is none, or this is not a JSON object.</summary>
    public static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return default;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var found = reader.ValueTextEquals(name);
                if (!reader.Read()) return default;
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                if (found) return json[start..(int)reader.BytesConsumed];
            }
            return default;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    /// <summary>The value of a text field of the object; null when there is none, or this is not a JSON object.</summary>
    public static string? Text(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var found = reader.ValueTextEquals(name);
                if (!reader.Read()) return null;
                if (found) return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
