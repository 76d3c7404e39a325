using System.Text.Json;
using Qiansi.Contracts;

namespace Qiansi.Jupyter.Messages;

/// <summary>Typed reading of a JSON object's fields, with errors that name the message part and the field.</summary>
/// <param name="Part">What errors call the object: <c>header</c>, <c>execute_request</c>.</param>
/// <param name="Object">The object.</param>
internal readonly record struct Fields(string Part, JsonElement Object)
{
    // Deep enough for any notebook output, shallow enough for the stack of a pool thread.
    private static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = 256 };

    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, string part)
    {
        try
        {
            var document = JsonDocument.Parse(utf8, ReadOptions);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            var found = document.RootElement.ValueKind;
            document.Dispose();
            throw new MessageFormatException($"{part}: a JSON {found} where an object belongs.");
        }
        catch (JsonException e)
        {
            throw new MessageFormatException($"{part}: not JSON ({e.Message})", e);
        }
    }

    public string Text(string name, string? otherwise = null)
    {
        if (!Find(name, out var value)) return otherwise ?? throw Missing(name);
        return value.ValueKind == JsonValueKind.String ? AsText(value, name) : throw Wrong(name, value, "a string");
    }

    public string? TextOrNull(string name) => Find(name, out _) ? Text(name) : null;

    public bool Flag(string name, bool otherwise)
    {
        if (!Find(name, out var value)) return otherwise;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Wrong(name, value, "true or false"),
        };
    }

    public int Number(string name, int? otherwise = null)
    {
        if (!Find(name, out var value)) return otherwise ?? throw Missing(name);
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number : throw Wrong(name, value, "a 32-bit whole number");
    }

    public int? NumberOrNull(string name) => Find(name, out _) ? Number(name) : null;

    public RawJson Json(string name, string otherwise = "{}") => new(Find(name, out var value) ? Raw(value, name) : otherwise);

    public RawJson? JsonOrNull(string name) => Find(name, out var value) ? new RawJson(Raw(value, name)) : null;

    public IReadOnlyList<string> Texts(string name)
    {
        if (!Find(name, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Array) throw Wrong(name, value, "a list of strings");
        var texts = new string[value.GetArrayLength()];
        var i = 0;
        foreach (var item in value.EnumerateArray())
            texts[i++] = item.ValueKind == JsonValueKind.String ? AsText(item, name) : throw Wrong(name, item, "a list of strings");
        return texts;
    }

    public IReadOnlyList<RawJson> Jsons(string name)
    {
        if (!Find(name, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Array) throw Wrong(name, value, "a list");
        var items = new RawJson[value.GetArrayLength()];
        var i = 0;
        foreach (var item in value.EnumerateArray()) items[i++] = new(Raw(item, name));
        return items;
    }

    public IReadOnlyList<KeyValuePair<string, RawJson>> Entries(string name)
    {
        if (!Find(name, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Object) throw Wrong(name, value, "an object");
        var entries = new List<KeyValuePair<string, RawJson>>();
        foreach (var property in value.EnumerateObject()) entries.Add(new(NameOf(property, name), new(Raw(property.Value, name))));
        return entries;
    }

    public Fields? Nested(string name)
    {
        if (!Find(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.Object ? new Fields($"{Part}.{name}", value) : throw Wrong(name, value, "an object");
    }

    /// <summary>A <c>data</c> dictionary: JSON media types as JSON text, all others as text; a list of lines is joined.</summary>
    public MimeBundle Bundle(string name)
    {
        var bundle = new MimeBundle();
        if (!Find(name, out var value)) return bundle;
        if (value.ValueKind != JsonValueKind.Object) throw Wrong(name, value, "an object");
        foreach (var property in value.EnumerateObject())
        {
            var mediaType = NameOf(property, name);
            bundle.Add(mediaType, MimeBundle.IsJson(mediaType) ? Raw(property.Value, name) : property.Value.ValueKind switch
            {
                JsonValueKind.String => AsText(property.Value, name),
                JsonValueKind.Array => string.Concat(new Fields(Part, value).Texts(mediaType)),
                _ => Raw(property.Value, name),
            });
        }
        return bundle;
    }

    private bool Find(string name, out JsonElement value)
    {
        try
        {
            return Object.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
        }
        catch (InvalidOperationException e)
        {
            throw new MessageFormatException($"{Part}: a field's name is not valid Unicode.", e);
        }
    }

    private string AsText(JsonElement value, string name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair as \ud83d: valid JSON, but no valid text. The reader refuses it as a whole;
            // Python writes such strings.
            return LoneSurrogates.Decode(Raw(value, name));
        }
        catch (OutOfMemoryException e)
        {
            throw new MessageFormatException($"{Part}: '{name}' is too long for a string.", e);
        }
    }

    private string NameOf(JsonProperty property, string name)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException e)
        {
            throw new MessageFormatException($"{Part}: a name in '{name}' is not valid Unicode.", e);
        }
    }

    private string Raw(JsonElement value, string name)
    {
        try
        {
            return value.GetRawText();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw new MessageFormatException($"{Part}: '{name}' is not valid UTF-8.", e);
        }
    }

    private MessageFormatException Missing(string name) => new($"{Part}: '{name}' is missing.");

    private MessageFormatException Wrong(string name, JsonElement value, string expected) =>
        new($"{Part}: '{name}' is a JSON {value.ValueKind} where {expected} belongs.");
}
