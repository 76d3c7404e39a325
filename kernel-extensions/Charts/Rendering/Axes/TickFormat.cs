using System.Globalization;
using System.Text.RegularExpressions;

namespace Qiansi.Charts.Rendering.Axes;

/// <summary>
/// The formats of ticks that figures ask for in d3's language: <c>.0%</c>, <c>.2f</c>, <c>,</c>, <c>.1e</c>, <c>%Y-%m-%d</c>.
/// </summary>
internal static partial class TickFormat
{
    private static readonly (string D3, string Net)[] DateParts =
        [("%Y", "yyyy"), ("%y", "yy"), ("%m", "MM"), ("%d", "dd"), ("%H", "HH"), ("%M", "mm"), ("%S", "ss"), ("%b", "MMM"), ("%B", "MMMM"),
            ("%a", "ddd"), ("%e", "%d"), ("%-d", "%d"), ("%-m", "%M")];

    /// <summary>The number in that format; null when the format is not understood.</summary>
    public static string? Number(double value, string format)
    {
        var parts = D3().Match(format);
        if (!parts.Success) return null;
        var decimals = parts.Groups["digits"].Success ? int.Parse(parts.Groups["digits"].ValueSpan, CultureInfo.InvariantCulture) : -1;
        var grouped = parts.Groups["comma"].Success;
        return parts.Groups["kind"].Value switch
        {
            "%" => (value * 100).ToString("F" + Math.Max(decimals, 0), CultureInfo.InvariantCulture) + "%",
            "e" => value.ToString("0." + new string('0', Math.Max(decimals, 0)) + "e+0", CultureInfo.InvariantCulture),
            "f" => value.ToString((grouped ? "N" : "F") + (decimals < 0 ? 6 : decimals), CultureInfo.InvariantCulture),
            "d" => value.ToString(grouped ? "N0" : "F0", CultureInfo.InvariantCulture),
            "s" => Drawing.NumberText.Compact(value),
            _ when grouped => value.ToString(decimals < 0 ? "#,##0.####" : "N" + decimals, CultureInfo.InvariantCulture),
            _ => value.ToString(decimals < 0 ? "R" : "G" + Math.Max(decimals, 1), CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The date in that format; null when the format is for numbers.</summary>
    public static string? Date(DateTime date, string format)
    {
        if (!format.Contains('%')) return null;
        foreach (var (d3, net) in DateParts)
        {
            if (format.Contains(d3, StringComparison.Ordinal))
                format = format.Replace(d3, date.ToString(net, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        return format;
    }

    [GeneratedRegex(@"^(?<comma>,)?(\.(?<digits>\d{1,2}))?~?(?<kind>[%efdsgr])?$")]
    private static partial Regex D3();
}
