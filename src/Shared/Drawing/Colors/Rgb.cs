using System.Globalization;

namespace Qiansi.Drawing;

/// <summary>A colour of sRGB, 8 bits a channel.</summary>
/// <param name="R">Red, 0 to 255.</param>
/// <param name="G">Green, 0 to 255.</param>
/// <param name="B">Blue, 0 to 255.</param>
public readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>Reads <c>#rrggbb</c> or <c>#rgb</c>.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static Rgb Parse(string hex)
    {
        var digits = hex.StartsWith('#') ? hex[1..] : "";
        if (digits.Length == 3) digits = string.Concat(digits.Select(d => $"{d}{d}"));
        if (digits.Length != 6 || !int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            throw new FormatException($"'{hex}' is no colour; write it as #rrggbb");
        return new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>The colour a part of the way to another.</summary>
    /// <param name="other">The colour at 1.</param>
    /// <param name="part">0 to 1.</param>
    public Rgb Towards(Rgb other, double part) => new(Mix(R, other.R, part), Mix(G, other.G, part), Mix(B, other.B, part));

    /// <summary>Relative luminance, 0 to 1 (WCAG 2.2).</summary>
    public double Luminance => 0.2126 * Linear(R) + 0.7152 * Linear(G) + 0.0722 * Linear(B);

    /// <summary>Contrast ratio with another colour, 1 to 21 (WCAG 2.2); text wants 4.5, large text and graphics 3.</summary>
    public double Contrast(Rgb other)
    {
        var (a, b) = (Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>Black or white, whichever is read better on this colour.</summary>
    public Rgb TextOnTop => Contrast(new(255, 255, 255)) >= Contrast(new(0, 0, 0)) ? new(255, 255, 255) : new(0, 0, 0);

    /// <summary><c>#rrggbb</c>.</summary>
    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";

    private static byte Mix(byte from, byte to, double part) => (byte)Math.Round(from + (to - from) * Math.Clamp(part, 0, 1));

    private static double Linear(byte channel) => channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
}
