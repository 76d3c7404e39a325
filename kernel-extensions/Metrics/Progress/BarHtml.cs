using System.Globalization;
using System.Text;
using Qiansi.Drawing;

namespace Qiansi.Metrics;

/// <summary>Bars for a page: without script, readable without colours, a few hundred bytes each.</summary>
internal static class BarHtml
{
    /// <summary>Lines, then the bars.</summary>
    public static string Write(ProgressView view)
    {
        var html = new StringBuilder(
            $"<div style=\"font-family:{Theme.Font};color:{Theme.Ink};font-variant-numeric:tabular-nums;line-height:1.7\">");
        if (view.Lines.Count > 0)
        {
            html.Append($"<pre style=\"margin:0 0 .3em;font-size:.9em;font-family:{Theme.Mono};white-space:pre-wrap\">");
            if (view.LinesLeft > 0) html.Append($"… {NumberText.Count(view.LinesLeft)} earlier lines\n");
            html.AppendJoin('\n', view.Lines.Select(l => MarkupText.Escape(BarText.Short(l, 300)))).Append("</pre>");
        }

        foreach (var bar in view.Bars) Write(html, bar);
        return html.Append("</div>").ToString();
    }

    private static void Write(StringBuilder html, BarState bar)
    {
        var color = bar.End switch { BarEnd.Runs => Palette.Category(0), BarEnd.Completed => Palette.Good, _ => Palette.Warning };
        var description = MarkupText.Escape(BarText.Short(bar.Description, 60));
        html.Append("<div style=\"display:flex;flex-wrap:wrap;align-items:center;gap:0 .7em\">");
        if (description.Length > 0) html.Append("<span style=\"min-width:6em\">").Append(description).Append("</span>");
        var percent = bar.Part is { } part ? (part * 100).ToString("0.#", CultureInfo.InvariantCulture) : null;
        html.Append(
            $"<span role=\"progressbar\" aria-label=\"{(description.Length > 0 ? description : "progress")}\" aria-valuemin=\"0\" "
                + $"aria-valuemax=\"100\"{(percent is null ? "" : $" aria-valuenow=\"{percent}\"")} ")
            .Append("style=\"flex:0 1 16em;min-width:6em;height:.6em;border-radius:.3em;"
                + "background:rgba(127,127,127,.28);overflow:hidden\">")
            .Append($"<span style=\"display:block;height:100%;width:{percent ?? "100"}%;"
                + $"background:{color}{(percent is null && bar.End == BarEnd.Runs ? ";opacity:.35" : "")}\"></span></span>");
        if (bar.Part is { } done) html.Append($"<span style=\"min-width:3.4em;text-align:right\">{BarText.Percent(done)}</span>");
        html.Append("<span style=\"flex:1 1 16em\">").Append(MarkupText.Escape(BarText.Facts(bar))).Append("</span></div>");
    }
}
