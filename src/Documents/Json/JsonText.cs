using System.Text;

namespace Qiansi.Documents.Json;

/// <summary>The kinds of JSON values.</summary>
internal enum JsonTextKind
{
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}

/// <summary>A JSON value that remembers where in its file it stands, so that what is not changed can be
/// written back byte for byte.</summary>
internal sealed class JsonText(DocumentSource source, JsonTextKind kind, int start, int end)
{
    private IReadOnlyList<Entry>? _entries;

    /// <summary>A member of an object or an element of an array, with the white space around it.</summary>
    /// <param name="Name">The unescaped name; empty in an array.</param>
    /// <param name="Lead">Where the white space before the entry starts: right after the bracket or comma.</param>
    /// <param name="Head">Where the entry starts: the name's opening quote, or the element.</param>
    /// <param name="Value">The value.</param>
    /// <param name="Trail">Where the white space after the value ends: at the comma or bracket.</param>
    internal readonly record struct Entry(string Name, int Lead, int Head, JsonText Value, int Trail);

    public JsonTextKind Kind { get; } = kind;

    /// <summary>Byte offset of the value's first byte in <see cref="File"/>.</summary>
    public int Start { get; } = start;

    /// <summary>Byte offset after the value's last byte.</summary>
    public int End { get; } = end;

    /// <summary>The whole file.</summary>
    public byte[] File => source.Bytes;

    /// <summary>What an object or array holds, in file order, duplicate names included; empty for other kinds. Read when first asked for,
    /// if reading the file passed it over.</summary>
    public IReadOnlyList<Entry> Entries
    {
        get => _entries ??= Kind is JsonTextKind.Object or JsonTextKind.Array ? JsonTextParser.ReadEntries(source, this) : [];
        init => _entries = value;
    }

    /// <summary>The value as it stands in the file.</summary>
    public ReadOnlySpan<byte> Bytes => File.AsSpan(Start, End - Start);

    /// <summary>The value of a member, or null; the last one when the name occurs twice, as in Python and JavaScript.</summary>
    public JsonText? this[string name]
    {
        get
        {
            for (var i = Entries.Count - 1; i >= 0; i--)
                if (Kind == JsonTextKind.Object && Entries[i].Name == name) return Entries[i].Value;
            return null;
        }
    }

    /// <summary>A string's characters; surrogates that do not pair are kept.</summary>
    public string GetString() => JsonStrings.Unescape(Bytes[1..^1]);

    /// <summary>The JSON without white space between tokens; numbers and strings keep their spelling.</summary>
    public string ToCompactString()
    {
        var bytes = Bytes;
        var compact = new byte[bytes.Length];
        var length = 0;
        var quoted = false;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (!quoted && b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') continue;
            compact[length++] = b;
            if (b == '"') quoted = !quoted;
            else if (b == '\\') compact[length++] = bytes[++i];
        }

        return Encoding.UTF8.GetString(compact, 0, length);
    }
}
