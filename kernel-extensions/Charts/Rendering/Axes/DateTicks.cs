using System.Globalization;

namespace Qiansi.Charts.Rendering.Axes;

/// <summary>Round dates along an axis.</summary>
internal static class DateTicks
{
    private const double Minute = 60, Hour = 3600, Day = 86400;

    private static readonly (double Seconds, string Format)[] Steps =
    [
        (1, "HH:mm:ss"), (2, "HH:mm:ss"), (5, "HH:mm:ss"), (10, "HH:mm:ss"), (15, "HH:mm:ss"), (30, "HH:mm:ss"),
        (Minute, "HH:mm"), (2 * Minute, "HH:mm"), (5 * Minute, "HH:mm"), (10 * Minute, "HH:mm"), (15 * Minute, "HH:mm"),
        (30 * Minute, "HH:mm"),
        (Hour, "HH:mm"), (2 * Hour, "HH:mm"), (3 * Hour, "HH:mm"), (6 * Hour, "HH:mm"), (12 * Hour, "d MMM HH:mm"),
        (Day, "d MMM"), (2 * Day, "d MMM"), (7 * Day, "d MMM"), (14 * Day, "d MMM"),
    ];

    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

    /// <summary>Ticks between two dates, in seconds since 1970, with their labels.</summary>
    public static (double[] Places, string[] Labels) Between(double from, double to, int count)
    {
        var rough = (to - from) / Math.Max(1, count);
        if (rough < 0.5)
        {
            var parts = Drawing.Ticks.Linear(from, to, count);
            return (parts, [.. parts.Select(p => DateText.Date(p).ToString("ss.fff", CultureInfo.InvariantCulture))]);
        }

        if (rough <= 14 * Day)
        {
            var (step, format) = Array.Find(Steps, s => s.Seconds >= rough) is { Seconds: > 0 } found ? found : Steps[^1];
            // Weeks begin on Mondays; 1970 began on a Thursday.
            var origin = step % (7 * Day) == 0 ? 4 * Day : 0;
            var places = new List<double>();
            for (var at = Math.Ceiling((from - origin) / step) * step + origin; at <= to + 1e-6; at += step) places.Add(at);
            return ([.. places], Labels(places, format));
        }

        return Months(from, to, rough);
    }

    private static (double[], string[]) Months(double from, double to, double rough)
    {
        var every = MonthSteps.FirstOrDefault(m => m * 30.44 * Day >= rough, MonthSteps[^1]);
        var places = new List<double>();
        var start = DateText.Date(from);
        for (var month = (start.Year * 12 + start.Month - 1) / every * every; month / 12 <= 9998; month += every)
        {
            if (month < 12) continue;
            var at = DateText.Seconds(new DateTime(month / 12, month % 12 + 1, 1));
            if (at > to + 1e-6) break;
            if (at >= from - 1e-6) places.Add(at);
        }

        return ([.. places], Labels(places, every >= 12 ? "yyyy" : "MMM yyyy"));
    }

    /// <summary>Where the day begins within hours, the day is written.</summary>
    private static string[] Labels(List<double> places, string format) =>
        [.. places.Select(DateText.Date).Select(
            d => d.ToString(format.StartsWith('H') && d.TimeOfDay == TimeSpan.Zero ? "d MMM" : format, CultureInfo.InvariantCulture))];
}
