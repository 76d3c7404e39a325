using System.Globalization;

namespace Qiansi.Drawing;

/// <summary>Round numbers along an axis.</summary>
public static class Ticks
{
    /// <summary>Round numbers within a range, at steps of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="min">Start of the range.</param>
    /// <param name="max">End of the range; more than <paramref name="min"/>.</param>
    /// <param name="count">About how many.</param>
    /// <remarks>Heckbert, Nice numbers for graph labels, Graphics Gems, 1990.</remarks>
    /// <exception cref="ArgumentException">The range is empty or not finite.</exception>
    public static double[] Linear(double min, double max, int count = 5)
    {
        if (!(max > min) || !double.IsFinite(max - min)) throw new ArgumentException($"no ticks between {min} and {max}");
        var step = Step((max - min) / Math.Max(1, count));
        var first = Math.Ceiling(min / step - 1e-9);
        var last = Math.Floor(max / step + 1e-9);
        var ticks = new double[Math.Max(0, (int)(last - first) + 1)];
        for (var i = 0; i < ticks.Length; i++)
            ticks[i] = Math.Round((first + i) * step,
                15 - Math.Clamp((int)Math.Ceiling(Math.Log10(Math.Max(Math.Abs(max), Math.Abs(min)))), 0, 15));
        return step < 1e-12 ? [.. Enumerable.Range(0, ticks.Length).Select(i => (first + i) * step)] : ticks;
    }

    /// <summary>Powers of ten within a range of positive numbers; when there are fewer than two, also their double and fivefold.</summary>
    /// <exception cref="ArgumentException">The range is empty or not positive.</exception>
    public static double[] Logarithmic(double min, double max, int count = 6)
    {
        if (!(min > 0) || !(max > min) || !double.IsFinite(max))
            throw new ArgumentException($"no logarithmic ticks between {min} and {max}");
        int first = (int)Math.Floor(Math.Log10(min)), last = (int)Math.Ceiling(Math.Log10(max));
        var every = Math.Max(1, (last - first) / Math.Max(1, count));
        double[] powers = [
            .. Enumerable.Range(first, last - first + 1).Where(p => p % every == 0).Select(p => Math.Pow(10, p)).Where(Within)];
        return powers.Length >= 2 ? powers : [
            .. Enumerable.Range(first, last - first + 1).SelectMany(p => new[] { 1, 2, 5 }.Select(m => m * Math.Pow(10, p))).Where(Within)];

        bool Within(double tick) => tick >= min * (1 - 1e-9) && tick <= max * (1 + 1e-9);
    }

    /// <summary>The ticks' labels: all with as many decimals as their distance needs.</summary>
    public static string[] Labels(IReadOnlyList<double> ticks)
    {
        if (ticks.Count == 0) return [];
        var size = ticks.Max(Math.Abs);
        var step = ticks.Count > 1 ? ticks.Zip(ticks.Skip(1), (a, b) => Math.Abs(b - a)).Min() : size;
        if (size == 0 || step == 0) return [.. ticks.Select(t => NumberText.Short(t))];
        if (size >= 1e6 || size < 1e-3)
            return [.. ticks.Select(t => NumberText.Short(t, Math.Clamp((int)Math.Ceiling(Math.Log10(size / step)) + 1, 1, 15)))];
        var decimals = Math.Clamp(-(int)Math.Floor(Math.Log10(step) + 1e-9), 0, 12);
        return [.. ticks.Select(
            t => (t == 0 ? 0 : t).ToString((size >= 1e4 ? "#,##0." : "0.") + new string('0', decimals), CultureInfo.InvariantCulture)
                .TrimEnd('.'))];
    }

    private static double Step(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 } * power;
    }
}
