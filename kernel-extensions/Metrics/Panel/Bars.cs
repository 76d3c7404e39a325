using System.Globalization;
using System.Text;
using Qiansi.Drawing;

namespace Qiansi.Metrics.Panel;

/// <summary>Small bars: one a processor, or one for a share of something.</summary>
internal static class Bars
{
    private const int CoresHeight = 16;
    private const int ShareWidth = 84;
    private const int ShareHeight = 8;

    /// <summary>Each processor's load as the height of a bar; narrower when there are many.</summary>
    public static void AppendCores(StringBuilder html, IReadOnlyList<double> percents, Rgb color)
    {
        var (bar, gap) = percents.Count switch { <= 16 => (6, 2), <= 64 => (3, 1), _ => (2, 0) };
        var width = percents.Count * (bar + gap);
        html.Append(CultureInfo.InvariantCulture,
            $"<svg width=\"{width}\" height=\"{CoresHeight}\" viewBox=\"0 0 {width} {CoresHeight}\" role=\"img\"><title>");
        for (var i = 0; i < Math.Min(percents.Count, 64); i++)
            html.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}{i}: {percents[i]:0} %");
        if (percents.Count > 64) html.Append(", …");
        html.Append(CultureInfo.InvariantCulture,
            $"</title><path d=\"M0 {CoresHeight - .5}h{width}\" stroke=\"currentColor\" opacity=\".25\"/><path fill=\"{color}\" d=\"");
        for (var i = 0; i < percents.Count; i++)
            html.Append(CultureInfo.InvariantCulture,
                $"M{i * (bar + gap)} {CoresHeight}v-{Math.Clamp(percents[i] / 100 * CoresHeight, 0, CoresHeight):0.#}h{bar}V{CoresHeight}");
        html.Append("\"/></svg>");
    }

    /// <summary>A part of a whole.</summary>
    public static void AppendShare(StringBuilder html, double share, Rgb color, string title) => html.Append(CultureInfo.InvariantCulture,
        $"<svg width=\"{ShareWidth}\" height=\"{ShareHeight}\" viewBox=\"0 0 {ShareWidth} {ShareHeight}\" "
        + $"role=\"img\"><title>{MarkupText.Escape(title)}</title>"
        + $"<rect width=\"{ShareWidth}\" height=\"{ShareHeight}\" rx=\"2\" fill=\"currentColor\" opacity=\".15\"/><rect "
        + $"width=\"{Math.Clamp(share, 0, 1) * ShareWidth:0.#}\" height=\"{ShareHeight}\" rx=\"2\" fill=\"{color}\"/></svg>");
}
