using System.Globalization;
using System.Text;
using Qiansi.Torch.Files.Elements;

namespace Qiansi.Torch.Files.Numpy;

/// <summary>Reads the Python literal of a <c>.npy</c> header: a dictionary of strings, truth values, integers, tuples and lists.</summary>
internal sealed class PythonLiteral(string text, FilePlace place)
{
    private const int MaximumDepth = 16;
    private int _at;

    /// <summary>Reads the dictionary, and nothing but space behind it.</summary>
    public Dictionary<string, object> ReadDictionary()
    {
        var dictionary = new Dictionary<string, object>();
        Take('{');
        while (!TryTake('}'))
        {
            if (ReadValue(0) is not string key) throw Wrong("a key in quotes");
            Take(':');
            if (!dictionary.TryAdd(key, ReadValue(0))) throw place.Error($"the header has '{key}' twice");
            if (TryTake(',')) continue;
            Take('}');
            break;
        }

        if (text.AsSpan(_at).Trim(" \n\r\t\0").Length > 0) throw Wrong("the end");
        return dictionary;
    }

    private object ReadValue(int depth)
    {
        if (depth > MaximumDepth) throw place.Error($"the header nests more than {MaximumDepth} deep");
        SkipSpace();
        if (_at == text.Length) throw Wrong("a value");
        switch (text[_at])
        {
            case '\'' or '"': return ReadString();
            case '(': return ReadSequence('(', ')', depth);
            case '[': return new List<object>(ReadSequence('[', ']', depth));
        }

        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '-' or '+')) _at++;
        var word = text[start.._at];
        if (word is "True" or "False") return word == "True";
        if (long.TryParse(word.EndsWith('L') ? word[..^1] : word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out var number)) return number;
        _at = start;
        throw Wrong("a string, True, False, an integer or a tuple");
    }

    private object[] ReadSequence(char open, char close, int depth)
    {
        var items = new List<object>();
        Take(open);
        while (!TryTake(close))
        {
            items.Add(ReadValue(depth + 1));
            if (TryTake(',')) continue;
            Take(close);
            break;
        }

        return [.. items];
    }

    private string ReadString()
    {
        var quote = text[_at++];
        var content = new StringBuilder();
        while (_at < text.Length && text[_at] != quote)
        {
            if (text[_at] == '\\') throw Wrong("a string without escapes");
            content.Append(text[_at++]);
        }

        Take(quote);
        return content.ToString();
    }

    private void SkipSpace()
    {
        while (_at < text.Length && text[_at] is ' ' or '\n' or '\r' or '\t') _at++;
    }

    private bool TryTake(char character)
    {
        SkipSpace();
        if (_at >= text.Length || text[_at] != character) return false;
        _at++;
        return true;
    }

    private void Take(char character)
    {
        if (!TryTake(character)) throw Wrong($"'{character}'");
    }

    private InvalidDataException Wrong(string expected) =>
        place.Error($"at character {_at} of the header {expected} is expected, not {(_at < text.Length ? $"'{text[_at]}'" : "its end")}");
}
