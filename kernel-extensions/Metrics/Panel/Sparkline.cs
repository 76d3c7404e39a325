using System.Globalization;
using System.Text;
using Qiansi.Drawing;

namespace Qiansi.Metrics.Panel;

/// <summary>
/// Draws a minute as a small line on a tint of its colour. One path does both: what closes it lies outside of the picture.
/// </summary>
internal static class Sparkline
{
    private const int Step = 2;
    private const int Width = (Series.Length - 1) * Step;
    private const int Height = 24;

    /// <summary>Appends the picture.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="series">What is drawn.</param>
    /// <param name="top">The value at the upper edge; at least the largest of the series is.</param>
    /// <param name="color">Of the line.</param>
    /// <param name="title">Said when the pointer rests on it.</param>
    public static void Append(StringBuilder html, Series series, double top, Rgb color, string title)
    {
        html.Append(CultureInfo.InvariantCulture,
            $"<svg width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" "
                + $"role=\"img\"><title>{MarkupText.Escape(title)}</title>");
        html.Append(CultureInfo.InvariantCulture, $"<path d=\"M0 {Height - .5}h{Width}\" stroke=\"currentColor\" opacity=\".25\"/>");
        if (series.Count > 0)
        {
            html.Append("<path d=\"");
            Path(html, series, Math.Max(top, series.Max));
            html.Append(CultureInfo.InvariantCulture,
                $"\" fill=\"{color}\" fill-opacity=\".2\" stroke=\"{color}\" stroke-width=\"1.5\" stroke-linejoin=\"round\"/>");
        }

        html.Append("</svg>");
    }

    private static void Path(StringBuilder html, Series series, double top)
    {
        var isOpen = false;
        var oldest = series.Count - 1;
        for (var age = oldest; age >= 0; age--)
        {
            var value = series[age];
            if (float.IsNaN(value))
            {
                if (isOpen) html.Append(CultureInfo.InvariantCulture, $"V{Height + 3}Z");
                isOpen = false;
                continue;
            }

            // Tenths of a pixel, as whole numbers.
            var y = (int)Math.Round((Height - 1.5 - (top > 0 ? value / top : 0) * (Height - 3)) * 10);
            var x = Width - age * Step;
            if (!isOpen) html.Append(CultureInfo.InvariantCulture, $"M{(age == Series.Length - 1 ? -3 : x)} {Height + 3}V");
            else html.Append(CultureInfo.InvariantCulture, $"L{x} ");
            Tenths(html, y);
            if (!isOpen && age == Series.Length - 1) html.Append("H0");
            isOpen = true;
        }

        if (isOpen) html.Append(CultureInfo.InvariantCulture, $"H{Width + 3}V{Height + 3}Z");
    }

    private static void Tenths(StringBuilder html, int tenths)
    {
        html.Append(tenths / 10);
        if (tenths % 10 != 0) html.Append('.').Append(tenths % 10);
    }
}
