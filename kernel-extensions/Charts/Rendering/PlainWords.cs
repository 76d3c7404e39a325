using System.Net;
using System.Text.RegularExpressions;

namespace Qiansi.Charts.Rendering;

/// <summary>Texts of a figure without the little HTML that Plotly allows in them.</summary>
internal static partial class PlainWords
{
    /// <summary>The words of a text, its lines apart.</summary>
    public static string[] Lines(string text) =>
        [.. LineBreak().Split(text).Select(l => WebUtility.HtmlDecode(Tag().Replace(l, "")).Trim())];

    /// <summary>The words of a text in one line.</summary>
    public static string Line(string text) => text.Contains('<') || text.Contains('&') ? string.Join(' ', Lines(text)) : text;

    /// <summary>A text that is not longer than so many characters.</summary>
    public static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";

    [GeneratedRegex(@"<br\s*/?>|\n", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"</?(b|i|em|strong|sup|sub|span|a|u|s|extra)\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
