using System.Globalization;

namespace Qiansi.Charts.Rendering.Axes;

/// <summary>Dates as numbers: seconds since 1970, as the axis counts them.</summary>
internal static class DateText
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM"];

    /// <summary>The seconds of a date as Plotly writes them; null when the text is none.</summary>
    public static double? Seconds(string? text)
    {
        if (text is null || text.Length < 7 || !char.IsAsciiDigit(text[0])) return null;
        var plain = text.EndsWith('Z') ? text[..^1] : text;
        return DateTime.TryParseExact(plain, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Seconds(date)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var offset) && text.Contains('T')
            ? Seconds(offset.DateTime) : null;
    }

    /// <summary>The seconds of a date.</summary>
    public static double Seconds(DateTime date) => (date - DateTime.UnixEpoch).TotalSeconds;

    /// <summary>The date of seconds.</summary>
    public static DateTime Date(double seconds) => DateTime.UnixEpoch.AddSeconds(Math.Clamp(seconds, -62135596800 + 1, 253402300799 - 1));

    /// <summary>The date as a reader wants it: no time where it is midnight.</summary>
    public static string Short(double seconds)
    {
        var date = Date(Math.Round(seconds, 3));
        return date.ToString(
            date.TimeOfDay == TimeSpan.Zero
                ? "yyyy-MM-dd" : date.Second == 0 && date.Millisecond == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss.FFF",
                CultureInfo.InvariantCulture);
    }
}
