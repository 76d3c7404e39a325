namespace Qiansi.Jupyter.Messages;

/// <summary>Cursor positions: the protocol counts Unicode code points (since 5.2), .NET counts UTF-16 units.</summary>
public static class CodePoints
{
    /// <summary>Code points of a text; a lone surrogate counts as one.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            count++;
        }
        return count;
    }

    /// <summary>The UTF-16 index of a code point; positions outside of the text become its nearest end.</summary>
    public static int ToUtf16(ReadOnlySpan<char> text, int codePoint)
    {
        var index = 0;
        for (var count = 0; count < codePoint && index < text.Length; count++)
            index += char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
        return index;
    }

    /// <summary>The code point that starts at, or holds, a UTF-16 index.</summary>
    public static int FromUtf16(ReadOnlySpan<char> text, int index) => Count(text[..Math.Clamp(index, 0, text.Length)]);
}
