using System.Text;

namespace Qiansi.Publishing.Formulas;

/// <summary>Letters in the styles of mathematics as characters of their own (Unicode's Mathematical
/// Alphanumeric Symbols, U+1D400).</summary>
/// <remarks>KaTeX writes <c>mathvariant="double-struck"</c>, but MathML Core, which browsers follow,
/// knows only <c>mathvariant="normal"</c>.</remarks>
internal static class MathAlphabet
{
    /// <summary>First letters of a style: A, a, 0, Α, α; zero where Unicode has none.</summary>
    private sealed record Style(int Upper, int Lower, int Digit = 0, int GreekUpper = 0, int GreekLower = 0);

    private static readonly Dictionary<string, Style> Styles = new()
    {
        ["bold"] = new(0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2),
        ["italic"] = new(0x1D434, 0x1D44E, 0, 0x1D6E2, 0x1D6FC),
        ["bold-italic"] = new(0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, 0x1D736),
        ["script"] = new(0x1D49C, 0x1D4B6),
        ["bold-script"] = new(0x1D4D0, 0x1D4EA),
        ["fraktur"] = new(0x1D504, 0x1D51E),
        ["bold-fraktur"] = new(0x1D56C, 0x1D586),
        ["double-struck"] = new(0x1D538, 0x1D552, 0x1D7D8),
        ["sans-serif"] = new(0x1D5A0, 0x1D5BA, 0x1D7E2),
        ["bold-sans-serif"] = new(0x1D5D4, 0x1D5EE, 0x1D7EC),
        ["sans-serif-italic"] = new(0x1D608, 0x1D622, 0x1D7E2),
        ["sans-serif-bold-italic"] = new(0x1D63C, 0x1D656, 0x1D7EC),
        ["monospace"] = new(0x1D670, 0x1D68A, 0x1D7F6),
    };

    /// <summary>Letters that Unicode had before, in its block of letterlike symbols: their places in U+1D400 are empty.</summary>
    private static readonly Dictionary<int, int> Older = new()
    {
        [0x1D455] = 0x210E,
        [0x1D49D] = 0x212C,
        [0x1D4A0] = 0x2130,
        [0x1D4A1] = 0x2131,
        [0x1D4A3] = 0x210B,
        [0x1D4A4] = 0x2110,
        [0x1D4A7] = 0x2112,
        [0x1D4A8] = 0x2133,
        [0x1D4AD] = 0x211B,
        [0x1D4BA] = 0x212F,
        [0x1D4BC] = 0x210A,
        [0x1D4C4] = 0x2134,
        [0x1D506] = 0x212D,
        [0x1D50B] = 0x210C,
        [0x1D50C] = 0x2111,
        [0x1D515] = 0x211C,
        [0x1D51D] = 0x2128,
        [0x1D53A] = 0x2102,
        [0x1D53F] = 0x210D,
        [0x1D545] = 0x2115,
        [0x1D547] = 0x2119,
        [0x1D548] = 0x211A,
        [0x1D549] = 0x211D,
        [0x1D551] = 0x2124,
    };

    /// <summary>Greek signs that follow ω in each style: ∂ ϵ ϑ ϰ ϕ ϱ ϖ.</summary>
    private const string GreekSigns = "∂ϵϑϰϕϱϖ";

    /// <summary>Whether the style is one this table knows; <c>normal</c> is not, as browsers do.</summary>
    public static bool Knows(string variant) => Styles.ContainsKey(variant);

    /// <summary>The text in a style; characters the style does not have stay.</summary>
    /// <param name="text">Letters and digits.</param>
    /// <param name="variant">A value of <c>mathvariant</c> that <see cref="Knows"/> accepts.</param>
    public static string Convert(string text, string variant)
    {
        var style = Styles[variant];
        var converted = new StringBuilder();
        foreach (var c in text)
        {
            var code = Convert(c, style);
            converted.Append(char.ConvertFromUtf32(Older.GetValueOrDefault(code, code)));
        }

        return converted.ToString();
    }

    private static int Convert(char c, Style style) => c switch
    {
        >= 'A' and <= 'Z' => style.Upper + (c - 'A'),
        >= 'a' and <= 'z' => style.Lower + (c - 'a'),
        >= '0' and <= '9' when style.Digit > 0 => style.Digit + (c - '0'),
        >= 'Α' and <= 'Ω' when style.GreekUpper > 0 => style.GreekUpper + (c - 'Α'),
        >= 'α' and <= 'ω' when style.GreekLower > 0 => style.GreekLower + (c - 'α'),
        '∇' when style.GreekUpper > 0 => style.GreekUpper + 25,
        _ when style.GreekLower > 0 && GreekSigns.IndexOf(c) is var sign and >= 0 => style.GreekLower + 25 + sign,
        _ => c,
    };
}
