using System.Text;

namespace Qiansi.Drawing;

/// <summary>Text for HTML and XML.</summary>
public static class MarkupText
{
    /// <summary>
    /// Text as the content of an element or of an attribute in double quotes; characters that XML has no place for become U+FFFD.
    /// </summary>
    public static string Escape(string text)
    {
        var plain = true;
        foreach (var c in text) plain &= c is not ('&' or '<' or '>' or '"') && IsXml(c);
        if (plain) return text;
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                var pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
                if (pair) escaped.Append(text[i++]).Append(text[i]);
                else escaped.Append('\uFFFD');
                continue;
            }

            _ = text[i] switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                var c => escaped.Append(IsXml(c) ? c : '\uFFFD'),
            };
        }

        return escaped.ToString();
    }

    private static bool IsXml(char c) => c is '\t' or '\n' or '\r' or (>= ' ' and < '\uD800') or (> '\uDFFF' and < '\uFFFE');
}
