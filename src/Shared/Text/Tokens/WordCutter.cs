using System.Globalization;

namespace Qiansi.Text;

/// <summary>
/// Cuts a text into pieces as GPT-2 does before it merges bytes, so that no token joins a word with what follows: an English ending
/// (<c>'s 't 're 've 'm 'll 'd</c>), letters, digits or other signs with the space before them, and white space.
/// </summary>
/// <remarks>
/// The pattern is <c>'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+</c>, over code points (Radford et al.,
/// Language Models are Unsupervised Multitask Learners, 2019).
/// </remarks>
internal static class WordCutter
{
    private enum Kind : byte
    {
        Space,
        Letter,
        Digit,
        Other,
    }

    private static readonly Kind[] Ascii = [.. Enumerable.Range(0, 128).Select(c => KindOf(c))];

    /// <summary>The length of the first piece of a text that is not empty, in UTF-16 units.</summary>
    public static int First(ReadOnlySpan<char> text)
    {
        if (text[0] == '\'' && Ending(text) is > 0 and var ending) return ending;
        var begin = text[0] == ' ' && text.Length > 1 && At(text, 1).Kind != Kind.Space ? 1 : 0;
        var (kind, length) = At(text, begin);
        var end = begin + length;
        while (end < text.Length && At(text, end) is var next && next.Kind == kind) (end, length) = (end + next.Length, next.Length);
        // White space before a word leaves its last character to the word, or to a piece of its own.
        return kind == Kind.Space && end < text.Length && end > length ? end - length : end;
    }

    private static int Ending(ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && text[1] is 's' or 'd' or 'm' or 't') return 2;
        return text.Length > 2 && text[1..3] is "ll" or "ve" or "re" ? 3 : 0;
    }

    private static (Kind Kind, int Length) At(ReadOnlySpan<char> text, int index)
    {
        if (text[index] < 128) return (Ascii[text[index]], 1);
        var codePoint = CodePoints.At(text, index);
        return (KindOf(codePoint), codePoint > char.MaxValue ? 2 : 1);
    }

    private static Kind KindOf(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
    {
        <= UnicodeCategory.OtherLetter => Kind.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Kind.Digit,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Kind.Space,
        _ => codePoint is (>= 9 and <= 13) or 0x85 ? Kind.Space : Kind.Other,
    };
}
