using System.Globalization;
using System.Text.RegularExpressions;

namespace Qiansi.Charts.Rendering.Colors;

/// <summary>Colours that figures name, made safe for an attribute of a drawing.</summary>
internal static partial class CssColor
{
    /// <summary>The colour, or null when the text is none that a drawing should carry.</summary>
    public static string? Safe(string? text) => text is { Length: > 0 and < 64 } && Shape().IsMatch(text) ? text : null;

    /// <summary>Red, green and blue of <c>#rgb</c>, <c>#rrggbb</c>, <c>rgb(…)</c> and <c>rgba(…)</c>; null for others.</summary>
    public static Rgb? Parse(string? text)
    {
        if (text is null) return null;
        if (text.StartsWith('#') && text.Length is 4 or 7) return Hex().IsMatch(text) ? Rgb.Parse(text) : null;
        var parts = Function().Match(text);
        return parts.Success ? new Rgb(Part(parts.Groups[1].Value), Part(parts.Groups[2].Value), Part(parts.Groups[3].Value)) : null;

        static byte Part(string number) => (byte)Math.Clamp(Math.Round(double.Parse(number, CultureInfo.InvariantCulture)), 0, 255);
    }

    [GeneratedRegex(@"^(#[0-9a-fA-F]{3,8}|[a-zA-Z]+|(rgb|rgba|hsl|hsla|oklch|oklab|lab|lch)\([0-9a-z.,%/ \-]+\))$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^#[0-9a-fA-F]+$")]
    private static partial Regex Hex();

    [GeneratedRegex(@"^rgba?\(\s*([0-9.]+)[,\s]+([0-9.]+)[,\s]+([0-9.]+)")]
    private static partial Regex Function();
}
