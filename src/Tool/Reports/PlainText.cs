using System.Text;

namespace Qiansi.Tool.Reports;

/// <summary>Text for logs and reports.</summary>
internal static class PlainText
{
    private const char Escape = '\u001b';
    private const char Bell = '\u0007';

    /// <summary>A text without terminal escapes (ECMA-48) and other control characters; line ends become <c>\n</c>.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && text.AsSpan().IndexOfAnyInRange('\u007f', '\u009f') < 0) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == Escape) i = EndOfEscape(text, i);
            else if (c == '\r') plain.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (c is '\n' or '\t' || !char.IsControl(c)) plain.Append(c);
        }

        return plain.ToString();
    }

    /// <summary>Index of the last character of the escape sequence that begins at an index.</summary>
    private static int EndOfEscape(string text, int start)
    {
        var i = start + 1;
        if (i >= text.Length) return start;
        if (text[i] == '[')
        {
            // Parameters and intermediates, then one final byte.
            for (i++; i < text.Length; i++)
                if (text[i] is < ' ' or > '?') return i;
            return text.Length - 1;
        }

        if (text[i] is not (']' or 'P' or '_' or '^' or 'X')) return i;
        for (; i < text.Length; i++)
        {
            if (text[i] == Bell) return i;
            if (text[i] == '\\' && text[i - 1] == Escape) return i;
        }

        return text.Length - 1;
    }
}
