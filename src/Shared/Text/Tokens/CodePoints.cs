namespace Qiansi.Text;

/// <summary>A string's characters as Unicode counts them; half of a surrogate pair, which no text should have, is one of its own.</summary>
internal static class CodePoints
{
    public static IEnumerable<int> Of(string text)
    {
        for (var i = 0; i < text.Length; i += At(text, i) > char.MaxValue ? 2 : 1) yield return At(text, i);
    }

    public static int At(ReadOnlySpan<char> text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];

    public static string ToText(int codePoint) =>
        codePoint > char.MaxValue ? char.ConvertFromUtf32(codePoint) : ((char)codePoint).ToString();
}
