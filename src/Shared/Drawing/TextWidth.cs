using System.Globalization;
using System.Text;

namespace Qiansi.Drawing;

/// <summary>
/// How wide text is, without asking a font: about as in the wider of the usual sans-serif fonts, so that what is sized by it never
/// overflows.
/// </summary>
public static class TextWidth
{
    /// <summary>Advance of the characters from space to <c>~</c>, in hundredths of the font size (DejaVu Sans).</summary>
    private static ReadOnlySpan<byte> Ascii =>
    [
        32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53,
        100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50,
        50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
    ];

    /// <summary>Width of one line of text in pixels.</summary>
    /// <param name="text">The line.</param>
    /// <param name="size">Font size in pixels.</param>
    public static double Of(string text, double size = 12)
    {
        var hundredths = 0;
        foreach (var rune in text.EnumerateRunes()) hundredths += Advance(rune);
        return hundredths * size / 100;
    }

    private static int Advance(Rune rune) => rune.Value switch
    {
        >= ' ' and <= '~' => Ascii[rune.Value - ' '],
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format => 0,
        >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F
            or >= 0xFF00 and <= 0xFF60 or >= 0x1F300 => 100,
        >= 0x2190 and <= 0x2BFF or >= 0x0400 and <= 0x04FF => 84,
        0x2014 or 0x2026 => 100,
        _ => 66,
    };
}
