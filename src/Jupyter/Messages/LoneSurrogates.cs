using System.Globalization;
using System.Text;

namespace Qiansi.Jupyter.Messages;

/// <summary>Decodes JSON strings that hold an escaped half of a surrogate pair, which RFC 8259 §8.2 allows and Python produces.</summary>
internal static class LoneSurrogates
{
    private const char Replacement = '\uFFFD';

    /// <param name="literal">A JSON string literal, quotes included, already checked by a JSON reader.</param>
    /// <returns>The text, with U+FFFD in place of each lone half.</returns>
    public static string Decode(string literal)
    {
        var text = new StringBuilder(literal.Length);
        for (var i = 1; i < literal.Length - 1; i++)
        {
            if (literal[i] != '\\')
            {
                text.Append(literal[i]);
                continue;
            }
            i++;
            if (literal[i] == 'u')
            {
                text.Append((char)ushort.Parse(literal.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
                continue;
            }
            text.Append(literal[i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
        }
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) text[i] = Replacement;
        }
        return text.ToString();
    }
}
