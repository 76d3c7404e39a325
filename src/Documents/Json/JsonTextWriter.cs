using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace Qiansi.Documents.Json;

/// <summary>Writes JSON in a file's style, copying what comes from that very file byte for byte.</summary>
/// <param name="style">The layout of what is new.</param>
/// <param name="file">The file being written again; null for a new one.</param>
internal sealed class JsonTextWriter(JsonTextStyle style, byte[]? file)
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    /// <summary>The layout of what is new.</summary>
    public JsonTextStyle Style { get; } = style;

    /// <summary>What has been written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Whether a value comes from the file being written again.</summary>
    public bool IsOwn(JsonText text) => ReferenceEquals(text.File, file);

    /// <summary>Writes bytes as they are.</summary>
    public void Raw(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    /// <summary>Writes characters as they are.</summary>
    public void Raw(string characters) => Encoding.UTF8.GetBytes(characters, _bytes);

    /// <summary>Writes a string with its quotes.</summary>
    public void String(string value)
    {
        var quoted = new StringBuilder(value.Length + 2);
        JsonStrings.Append(value, Style.Ascii, quoted);
        Raw(quoted.ToString());
    }

    /// <summary>Writes a value that was read: as it stood when it is of this file, laid out anew when it is of another.</summary>
    public void Text(JsonText text, int depth)
    {
        if (IsOwn(text) || text.Kind is JsonTextKind.Number or JsonTextKind.True or JsonTextKind.False or JsonTextKind.Null)
            Raw(text.Bytes);
        else if (text.Kind == JsonTextKind.String) String(text.GetString());
        else if (text.Kind == JsonTextKind.Array) Array(text.Entries, depth, e => Text(e.Value, depth + 1));
        else Object(text.Entries, depth, e => e.Name, e => Text(e.Value, depth + 1));
    }

    /// <summary>Writes a node.</summary>
    public void Node(JsonNode? node, int depth)
    {
        switch (node)
        {
            case null: Raw("null"u8); break;
            case JsonObject members: Object(members, depth, m => m.Key, m => Node(m.Value, depth + 1)); break;
            case JsonArray items: Array(items, depth, i => Node(i, depth + 1)); break;
            case JsonValue value: Raw(JsonTextNodes.Spell(value, Style.Ascii)); break;
        }
    }

    /// <summary>Writes an array laid out anew.</summary>
    public void Array<T>(IEnumerable<T> items, int depth, Action<T> write) => Container('[', ']', items, depth, write);

    /// <summary>Writes an object laid out anew.</summary>
    public void Object<T>(IEnumerable<T> members, int depth, Func<T, string> name, Action<T> write) =>
        Container('{', '}', members, depth, member =>
        {
            Name(name(member));
            write(member);
        });

    /// <summary>Writes a name and its colon.</summary>
    public void Name(string name)
    {
        String(name);
        Raw(":");
        Raw(Style.AfterColon);
    }

    private void Container<T>(char open, char close, IEnumerable<T> items, int depth, Action<T> write)
    {
        Raw([(byte)open]);
        var first = true;
        foreach (var item in items)
        {
            if (!first) Raw(Style.NewLine.Length == 0 ? "," + Style.AfterComma : ",");
            first = false;
            Raw(Style.Break(depth + 1));
            write(item);
        }

        if (!first) Raw(Style.Break(depth));
        Raw([(byte)close]);
    }
}
