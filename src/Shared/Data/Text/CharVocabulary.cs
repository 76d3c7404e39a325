using System.Text;

namespace Qiansi.Data.Text;

/// <summary>The characters of a text, numbered in the order of their code points: a surrogate pair is one character.</summary>
public sealed class CharVocabulary
{
    private readonly Rune[] _characters;
    private readonly Dictionary<Rune, int> _numbers;

    /// <summary>The vocabulary of a text.</summary>
    public CharVocabulary(string text)
    {
        _characters = [.. text.EnumerateRunes().Distinct().Order()];
        _numbers = _characters.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i);
    }

    /// <summary>How many characters there are.</summary>
    public int Count => _characters.Length;

    /// <summary>All characters, in order.</summary>
    public string Characters => string.Concat(_characters);

    /// <summary>A text as numbers from 0 to <see cref="Count"/> − 1.</summary>
    /// <exception cref="ArgumentException">A character is not in the vocabulary.</exception>
    public long[] Encode(string text)
    {
        var numbers = new List<long>(text.Length);
        foreach (var character in text.EnumerateRunes())
        {
            if (!_numbers.TryGetValue(character, out var number))
                throw new ArgumentException(
                    $"'{character}' (U+{character.Value:X4}, character {numbers.Count}) is not among the {Count} characters of this "
                        + "vocabulary");
            numbers.Add(number);
        }

        return [.. numbers];
    }

    /// <summary>Numbers as text.</summary>
    /// <exception cref="ArgumentException">A number is none of a character.</exception>
    public string Decode(IEnumerable<long> numbers)
    {
        var text = new StringBuilder();
        foreach (var number in numbers)
            text.Append(
                number >= 0 && number < Count
                    ? _characters[number].ToString()
                    : throw new ArgumentException($"{number} is no character of this vocabulary; they are numbered from 0 to {Count - 1}"));
        return text.ToString();
    }
}
