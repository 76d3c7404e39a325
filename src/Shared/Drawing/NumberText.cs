using System.Globalization;

namespace Qiansi.Drawing;

/// <summary>Numbers for people, the same in every culture.</summary>
public static class NumberText
{
    /// <summary>A number in few characters: <c>0.0123</c>, <c>1.23e-08</c>, <c>12,300</c>; NaN and ±Inf as words.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="digits">Significant digits, at least 1.</param>
    public static string Short(double value, int digits = 4)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "Inf" : "-Inf";
        if (value == 0) return "0";
        var size = Math.Abs(value);
        if (size >= 1e-4 && size < 1e7)
        {
            var decimals = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(size)), 0, 15);
            var text = value.ToString((size >= 1e4 ? "#,##0." : "0.") + new string('#', decimals), CultureInfo.InvariantCulture);
            return text is "-0" ? "0" : text;
        }

        return value.ToString("0." + new string('#', digits - 1) + "e+00", CultureInfo.InvariantCulture);
    }

    /// <summary>A count with its thousands apart: <c>1,234,567</c>.</summary>
    public static string Count(long value) => value.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A count in few characters: <c>1.23 M</c>, <c>45.6 k</c>.</summary>
    public static string Compact(double value) => Math.Abs(value) switch
    {
        >= 1e12 => $"{Short(value / 1e12, 3)} T",
        >= 1e9 => $"{Short(value / 1e9, 3)} G",
        >= 1e6 => $"{Short(value / 1e6, 3)} M",
        >= 1e4 => $"{Short(value / 1e3, 3)} k",
        _ => Short(value, 4),
    };

    /// <summary>An amount of memory in binary units: <c>1.5 GiB</c>.</summary>
    public static string Bytes(double bytes)
    {
        string[] units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
        var unit = 0;
        while (Math.Abs(bytes) >= 1024 && unit < units.Length - 1) (bytes, unit) = (bytes / 1024, unit + 1);
        return $"{Short(bytes, 3)} {units[unit]}";
    }
}
