using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Qiansi.Server.Workbench;

/// <summary>Reads JSON5 (json5.org), in which people write JupyterLab's settings: comments, trailing commas, single quotes,
/// names without quotes, hexadecimal numbers.</summary>
internal sealed class Json5
{
    private const int DeepestNesting = 64;
    private readonly string _text;
    private int _at;

    private Json5(string text) => _text = text;

    /// <summary>The value of a text.</summary>
    /// <exception cref="FormatException">It is not JSON5; the message names line and column.</exception>
    public static JsonNode? Parse(string text)
    {
        var reader = new Json5(text);
        var value = reader.Value(0);
        reader.Blank();
        return reader._at == text.Length ? value : throw reader.Wrong("the end");
    }

    private char Next => _at < _text.Length ? _text[_at] : '\0';

    private JsonNode? Value(int depth)
    {
        if (depth > DeepestNesting) throw Wrong($"less than {DeepestNesting} levels");
        Blank();
        switch (Next)
        {
            case '{':
                return Object(depth);
            case '[':
                return Array(depth);
            case '"' or '\'':
                return JsonValue.Create(String());
        }
        var word = Word();
        return word switch
        {
            "null" => null,
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            _ => Number(word),
        };
    }

    private JsonObject Object(int depth)
    {
        var value = new JsonObject();
        _at++;
        while (true)
        {
            Blank();
            if (Take('}')) return value;
            var name = Next is '"' or '\'' ? String() : Word();
            if (name.Length == 0) throw Wrong("a name or }");
            Blank();
            if (!Take(':')) throw Wrong(":");
            value[name] = Value(depth + 1);
            Blank();
            if (Take('}')) return value;
            if (!Take(',')) throw Wrong(", or }");
        }
    }

    private JsonArray Array(int depth)
    {
        var value = new JsonArray();
        _at++;
        while (true)
        {
            Blank();
            if (Take(']')) return value;
            value.Add(Value(depth + 1));
            Blank();
            if (Take(']')) return value;
            if (!Take(',')) throw Wrong(", or ]");
        }
    }

    private string String()
    {
        var text = new StringBuilder();
        var quote = _text[_at++];
        while (_at < _text.Length)
        {
            var c = _text[_at++];
            if (c == quote) return text.ToString();
            if (c == '\n') break;
            if (c == '\\') Escape(text);
            else text.Append(c);
        }
        throw Wrong($"{quote} at the end of the string");
    }

    private void Escape(StringBuilder text)
    {
        var c = Next;
        _at++;
        switch (c)
        {
            case 'b': text.Append('\b'); break;
            case 'f': text.Append('\f'); break;
            case 'n': text.Append('\n'); break;
            case 'r': text.Append('\r'); break;
            case 't': text.Append('\t'); break;
            case 'v': text.Append('\v'); break;
            case '0': text.Append('\0'); break;
            case 'x': text.Append(Code(2)); break;
            case 'u': text.Append(Code(4)); break;
            case '\r': Take('\n'); break;
            case '\n' or '\u2028' or '\u2029': break;
            default: text.Append(c); break;
        }
    }

    private char Code(int digits)
    {
        if (_at + digits > _text.Length
            || !ushort.TryParse(_text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            throw Wrong($"{digits} hexadecimal digits");
        _at += digits;
        return (char)code;
    }

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '$' or '.' or '+' or '-')) _at++;
        return _text[start.._at];
    }

    private JsonNode Number(string word)
    {
        var sign = word.StartsWith('-') ? -1 : 1;
        var digits = word.TrimStart('+', '-');
        if (word.Length - digits.Length <= 1)
        {
            if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
                && long.TryParse(digits.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex))
                return JsonValue.Create(sign * hex);
            if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
                return JsonValue.Create(sign * whole);
            if (digits.Length > 0 && char.IsAsciiDigit(digits[digits[0] == '.' && digits.Length > 1 ? 1 : 0])
                && double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture,
                    out var number) && double.IsFinite(number)) return JsonValue.Create(sign * number);
        }
        _at -= word.Length;
        throw Wrong("a value");
    }

    private void Blank()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]) || _text[_at] == '\uFEFF') _at++;
            else if (_text.AsSpan(_at).StartsWith("//")) Skip("\n");
            else if (_text.AsSpan(_at).StartsWith("/*")) Skip("*/");
            else return;
        }
    }

    private void Skip(string end)
    {
        var found = _text.IndexOf(end, _at, StringComparison.Ordinal);
        if (found < 0 && end == "*/") throw Wrong("*/ at the end of the comment");
        _at = found < 0 ? _text.Length : found + end.Length;
    }

    private bool Take(char c)
    {
        if (Next != c || _at >= _text.Length) return false;
        _at++;
        return true;
    }

    private FormatException Wrong(string expected)
    {
        var before = _text.AsSpan(0, Math.Min(_at, _text.Length));
        return new($"line {before.Count('\n') + 1}, column {before.Length - before.LastIndexOf('\n')}: "
            + $"{(_at < _text.Length ? $"'{_text[_at]}'" : "the end")} where {expected} belongs");
    }
}
