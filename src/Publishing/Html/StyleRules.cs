using System.Text.RegularExpressions;

namespace Qiansi.Publishing.Html;

/// <summary>Looks into CSS for what would be fetched.</summary>
internal static partial class StyleRules
{
    /// <summary>Whether CSS, after its escapes are read, imports a sheet or names an address that is neither
    /// <c>data:</c> nor <c>#id</c>.</summary>
    public static bool Fetches(string css)
    {
        var plain = Comment().Replace(Escape().Replace(css, m => CodePoint(m.Groups[1].Value)), "");
        return plain.Contains("@import", StringComparison.OrdinalIgnoreCase)
            || plain.Contains("image-set", StringComparison.OrdinalIgnoreCase)
            || plain.Contains("src(", StringComparison.OrdinalIgnoreCase)
            || plain.Contains("expression(", StringComparison.OrdinalIgnoreCase)
            || Address().Matches(plain).Any(m =>
                !m.Groups[1].ValueSpan.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) && m.Groups[1].Value is not ['#', ..]);
    }

    private static string CodePoint(string hex) =>
        Convert.ToInt32(hex, 16) is var code and > 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF)
            ? char.ConvertFromUtf32(code) : "\uFFFD";

    [GeneratedRegex(@"\\([0-9A-Fa-f]{1,6})\s?")]
    private static partial Regex Escape();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"url\(\s*[""']?\s*([^)""']*)", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
