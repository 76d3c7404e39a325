using System.Collections;
using System.Globalization;
using System.Text.Json;
using Qiansi.Contracts;
using Qiansi.Snl.Semantics;

namespace Qiansi.SnlCells.Sharing;

/// <summary>Values of SNL's types as values of .NET's: <c>int</c>, <c>char</c>, arrays of these; a record is a dictionary.</summary>
internal static class WordValues
{
    /// <summary>The value that words hold, and its type.</summary>
    public static (object Value, Type Type) Read(SnlType type, ReadOnlySpan<int> words)
    {
        switch (type)
        {
            case RecordType record:
                var fields = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
                foreach (var field in record.Fields)
                    fields[field.Name] = Read(field.Type, words.Slice(field.Offset, field.Type.Size)).Value;
                return (fields, fields.GetType());
            case ArrayType { Element: var element } when IsChar(element):
                return (Array.ConvertAll(words.ToArray(), w => unchecked((char)w)), typeof(char[]));
            case ArrayType:
                return (words.ToArray(), typeof(int[]));
            default:
                var scalar = IsChar(type) ? unchecked((char)words[0]) : (object)words[0];
                return (scalar, scalar.GetType());
        }
    }

    /// <summary>Puts a value into words.</summary>
    /// <param name="name">The variable, as messages call it.</param>
    /// <param name="type">Its type.</param>
    /// <param name="value">The value; also one that came as JSON.</param>
    /// <param name="words">As many as the type has.</param>
    /// <exception cref="DirectiveException">The value is none of the type; the message says why.</exception>
    public static void Write(string name, SnlType type, object? value, Span<int> words)
    {
        value = value is JsonElement json ? Plain(json) : value;
        switch (type)
        {
            case RecordType record:
                var fields = value as IDictionary ?? throw Refused($"is {Text(value)}; give it a dictionary with its fields");
                foreach (var field in record.Fields)
                {
                    var key = fields.Keys.OfType<string>().FirstOrDefault(k => field.Name.Equals(k, StringComparison.OrdinalIgnoreCase))
                        ?? throw Refused($"has no '{field.Name}'");
                    Write($"{name}.{field.Name}", field.Type, fields[key], words.Slice(field.Offset, field.Type.Size));
                }

                break;
            case ArrayType array:
                if (value is not IEnumerable sequence || value is string && !IsChar(array.Element))
                    throw Refused($"is {Text(value)}; give it {(IsChar(array.Element) ? "a string or a char[]" : "an int[]")}");
                var items = sequence.Cast<object?>().Take(array.Size + 1).ToList();
                if (items.Count != array.Size)
                    throw Refused(items.Count > array.Size ? $"has more elements than {array.Size}"
                        : $"has {items.Count} elements, not {array.Size}");
                for (var i = 0; i < items.Count; i++)
                    Write($"{name}[{array.Low + i}]", array.Element, items[i], words.Slice(i, 1));
                break;
            default:
                words[0] = IsChar(type) ? Character() : Integer();
                break;
        }

        int Character() => value switch
        {
            char character => character,
            string { Length: 1 } text => text[0],
            _ => throw Refused($"is {Text(value)}; give it a char"),
        };

        int Integer()
        {
            if (value is not IConvertible number || number.GetTypeCode() is < TypeCode.SByte or > TypeCode.UInt64)
                throw Refused($"is {Text(value)}; give it an int");
            var exact = number.ToDecimal(CultureInfo.InvariantCulture);
            return exact is >= int.MinValue and <= int.MaxValue ? (int)exact
                : throw Refused($"is {Text(value)}, outside {int.MinValue} to {int.MaxValue}");
        }

        DirectiveException Refused(string what) => new($"the variable '{name}' is {type}, and its value {what}");
    }

    private static bool IsChar(SnlType type) => ReferenceEquals(type, SnlType.Char);

    private static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? (object)whole : json.GetDouble(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => json.EnumerateArray().Cast<object?>(),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(p => p.Name, p => p.Value),
        JsonValueKind.Null => null,
        _ => json.GetBoolean(),
    };

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text.Length <= 20 ? $"the text \"{text}\"" : "a longer text",
        IFormattable formattable => $"{formattable.ToString(null, CultureInfo.InvariantCulture)} ({value.GetType().Name})",
        _ => $"of type {value.GetType().Name}",
    };
}
