using System.Buffers;
using System.Text;

namespace Qiansi.Documents.Json;

/// <summary>Reads JSON (RFC 8259) into <see cref="JsonText"/>; <c>NaN</c> and <c>Infinity</c>, which Python writes,
/// are taken as numbers.</summary>
internal sealed class JsonTextParser
{
    /// <summary>Deepest nesting of objects and arrays that is read, far beyond what notebooks need and well
    /// within a thread's stack.</summary>
    private const int MaximumDepth = 256;

    /// <summary>
    /// Containers deeper than this are checked but not kept apart until someone asks. Renderings of outputs start here (document, cells,
    /// cell, outputs, output, data), and a figure can hold a million numbers that nobody looks at one by one.
    /// </summary>
    private const int EagerDepth = 6;

    private const string Mend = "Mend the JSON at this place, or restore the file from a backup or checkpoint.";

    private const string CutShort = "It was cut short when saved or copied: restore it from a backup or checkpoint.";

    /// <summary>What ends a run of plain characters in a string.</summary>
    private static readonly SearchValues<byte> EndsRun =
        SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(c => (byte)c)]);

    private readonly DocumentSource _source;
    private readonly byte[] _bytes;
    private readonly Dictionary<string, string> _names = [];
    private readonly int _end;
    private int _position;
    private int _depth;

    private JsonTextParser(DocumentSource source, int start, int end)
    {
        _source = source;
        _bytes = source.Bytes;
        _position = start;
        _end = end;
    }

    /// <summary>Reads a whole document.</summary>
    /// <exception cref="DocumentException">It is not JSON, or not whole.</exception>
    public static JsonText Parse(DocumentSource source)
    {
        if (source.Bytes.AsSpan(source.Start).IndexOfAnyExcept(" \t\r\n"u8) < 0)
            throw source.Error(source.Start, "the file is empty",
                "Restore it from a backup or checkpoint, or delete it and make a new notebook.");
        return Parse(source, source.Start, source.Bytes.Length);
    }

    /// <summary>Reads a stretch of a document that holds one value.</summary>
    /// <exception cref="DocumentException">It is not JSON, or not whole.</exception>
    public static JsonText Parse(DocumentSource source, int start, int end)
    {
        var parser = new JsonTextParser(source, start, end);
        parser.SkipSpace();
        var root = parser.ReadValue();
        parser.SkipSpace();
        if (parser._position < end) throw parser.Unexpected("the end of the JSON");
        return root;
    }

    /// <summary>Reads the entries of a container that was passed over.</summary>
    public static IReadOnlyList<JsonText.Entry> ReadEntries(DocumentSource source, JsonText container)
    {
        var parser = new JsonTextParser(source, container.Start, container.End) { _depth = EagerDepth - 1 };
        return parser.ReadValue().Entries;
    }

    private JsonText ReadValue()
    {
        var start = _position;
        switch (Peek("a value"))
        {
            case '{': return ReadContainer(JsonTextKind.Object, '}');
            case '[': return ReadContainer(JsonTextKind.Array, ']');
            case '"':
                ReadString();
                return new JsonText(_source, JsonTextKind.String, start, _position);
            case 't': return ReadWord("true", JsonTextKind.True);
            case 'f': return ReadWord("false", JsonTextKind.False);
            case 'n': return ReadWord("null", JsonTextKind.Null);
            case 'N': return ReadWord("NaN", JsonTextKind.Number);
            case 'I': return ReadWord("Infinity", JsonTextKind.Number);
            case '-' when Rest.StartsWith("-I"u8): return ReadWord("-Infinity", JsonTextKind.Number);
            case '-' or (>= '0' and <= '9'):
                ReadNumber();
                return new JsonText(_source, JsonTextKind.Number, start, _position);
            default: throw Unexpected("a value");
        }
    }

    private JsonText ReadContainer(JsonTextKind kind, char close)
    {
        var start = _position++;
        if (++_depth > MaximumDepth)
            throw _source.Error(start, $"JSON nested more than {MaximumDepth} deep", "No notebook needs that; check what wrote the file.");
        var entries = _depth <= EagerDepth ? new List<JsonText.Entry>() : null;
        var lead = _position;
        SkipSpace();
        if (Peek($"'{close}'") != close)
        {
            while (true)
            {
                var head = _position;
                var name = kind == JsonTextKind.Object ? ReadName() : "";
                var value = ReadValue();
                SkipSpace();
                entries?.Add(new(name, lead, head, value, _position));
                if (Peek($"',' or '{close}'") == close) break;
                if (_bytes[_position] != ',') throw Unexpected($"',' or '{close}'");
                lead = ++_position;
                SkipSpace();
            }
        }

        _position++;
        _depth--;
        return entries is null
            ? new JsonText(_source, kind, start, _position) : new JsonText(_source, kind, start, _position) { Entries = entries };
    }

    private string ReadName()
    {
        if (Peek("a name in quotes") != '"') throw Unexpected("a name in quotes");
        var start = _position;
        ReadString();
        var name = JsonStrings.Unescape(_bytes.AsSpan(start + 1, _position - start - 2));
        if (_names.TryGetValue(name, out var known)) name = known; // a notebook repeats a dozen names thousands of times
        else _names.Add(name, name);
        SkipSpace();
        if (Peek("':'") != ':') throw Unexpected("':'");
        _position++;
        SkipSpace();
        return name;
    }

    private void ReadString()
    {
        var start = _position++;
        while (true)
        {
            var special = Rest.IndexOfAny(EndsRun);
            if (special < 0)
                throw _source.Error(start, "the JSON ends inside the string that starts here", CutShort);
            _position += special + 1;
            switch (_bytes[_position - 1])
            {
                case (byte)'"': return;
                case (byte)'\\':
                    ReadEscape();
                    break;
                case var control: throw _source.Error(_position - 1, $"control character 0x{control:X2} in a string", Mend);
            }
        }
    }

    private void ReadEscape()
    {
        var escape = Peek("an escape");
        var digits = escape == 'u' && _position + 4 < _end ? _bytes.AsSpan(_position + 1, 4) : [];
        if (escape == 'u' && digits.Length == 4 && digits.IndexOfAnyExcept("0123456789abcdefABCDEF"u8) < 0) _position += 5;
        else if ("\"\\/bfnrt".Contains(escape)) _position++;
        else throw Unexpected("an escape (\\n, \\t, \\u0041, …)");
    }

    private void ReadNumber()
    {
        if (_bytes[_position] == '-') _position++;
        if (Current == '0') _position++;
        else ReadDigits();
        if (Current == '.')
        {
            _position++;
            ReadDigits();
        }

        if (Current is 'e' or 'E')
        {
            _position++;
            if (Current is '+' or '-') _position++;
            ReadDigits();
        }
    }

    private void ReadDigits()
    {
        if (Current is not (>= '0' and <= '9')) throw Unexpected("a digit");
        while (Current is >= '0' and <= '9') _position++;
    }

    private JsonText ReadWord(string word, JsonTextKind kind)
    {
        var start = _position;
        foreach (var c in word)
        {
            if (Peek(word) != c) throw Unexpected(word);
            _position++;
        }

        return new JsonText(_source, kind, start, _position);
    }

    private void SkipSpace()
    {
        while (Current is ' ' or '\n' or '\r' or '\t') _position++;
    }

    private ReadOnlySpan<byte> Rest => _bytes.AsSpan(_position, _end - _position);

    private char Current => _position < _end ? (char)_bytes[_position] : '\0';

    private char Peek(string expected) => _position < _end
        ? (char)_bytes[_position]
        : throw _source.Error(_position, $"the JSON ends where {expected} should come", CutShort);

    private DocumentException Unexpected(string expected)
    {
        Peek(expected);
        var rest = Rest;
        if (rest.StartsWith("<<<<<<<"u8) || rest.StartsWith("======="u8) || rest.StartsWith(">>>>>>>"u8))
            return _source.Error(
                _position, "a merge conflict of git stands here", "Resolve it: keep one side and remove the marker lines.");
        Rune.DecodeFromUtf8(rest, out var seen, out _);
        return _source.Error(
            _position, $"{(seen.Value < ' ' ? $"character 0x{seen.Value:X2}" : $"'{seen}'")} stands where {expected} should come", Mend);
    }
}
