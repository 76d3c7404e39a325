using System.Text;

namespace Qiansi.Text;

/// <summary>A token for each character of a text, numbered in the order of their code points: a surrogate pair is one character.</summary>
public sealed class CharTokenizer : ITokenizer
{
    private readonly string[] _characters;
    private readonly Dictionary<int, int> _numbers;

    /// <summary>The characters of a text.</summary>
    public CharTokenizer(string text)
    {
        int[] codePoints = [.. CodePoints.Of(text).Distinct().Order()];
        _characters = [.. codePoints.Select(CodePoints.ToText)];
        _numbers = codePoints.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i);
    }

    /// <inheritdoc />
    public int Count => _characters.Length;

    /// <summary>All characters, in order.</summary>
    public string Characters => string.Concat(_characters);

    /// <inheritdoc />
    /// <exception cref="ArgumentException">A character is none of those that are known.</exception>
    public long[] Encode(string text)
    {
        var tokens = new List<long>(text.Length);
        foreach (var character in CodePoints.Of(text))
        {
            if (!_numbers.TryGetValue(character, out var number))
                throw new ArgumentException(
                    $"'{CodePoints.ToText(character)}' (U+{character:X4}, character {tokens.Count}) is not among the {Count} characters "
                        + "this tokenizer was made of");
            tokens.Add(number);
        }

        return [.. tokens];
    }

    /// <inheritdoc />
    public string Decode(IEnumerable<long> tokens)
    {
        var text = new StringBuilder();
        foreach (var token in tokens)
            text.Append(
                token >= 0 && token < Count
                    ? _characters[token]
                    : throw new ArgumentException($"{token} is no character of this tokenizer; they are numbered from 0 to {Count - 1}"));
        return text.ToString();
    }
}
