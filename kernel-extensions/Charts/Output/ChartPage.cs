using Qiansi.Charts.Json;
using Qiansi.Charts.Rendering;

namespace Qiansi.Charts.Output;

/// <summary>A chart as a page of its own.</summary>
internal static class ChartPage
{
    /// <summary>The page: interactive where the script is there, the drawing where it is not or scripts do not run.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="script">Plotly's script; null for a page with the drawing alone.</param>
    /// <param name="problem">Why there is no script.</param>
    public static string Write(GenericChart chart, string? script, string? problem)
    {
        var title = MarkupText.Escape(chart.Layout.Title is { } text ? PlainWords.Line(text) : "Chart");
        var figure = PlotlyJsonWriter.Write(FigureJson.Of(chart)).Replace("</", "<\\/").Replace("<!--", "<\\!--");
        var drawing = TraceDrawings.CanDraw(chart) ? chart.ToSvg() : MarkupText.Escape(PlainText.Undrawn(chart));
        var draw = script is null
            ? $"<p>{MarkupText.Escape($"The drawing, not the interactive figure: {problem}.")}</p>"
            : $"<script>{script}</script><script>const f={figure};document.getElementById('drawing').hidden=true;"
                + $"Plotly.newPlot('figure',f.data,f.layout,{{responsive:true,displaylogo:false,...f.config}});</script>";
        return $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body "
            + $"style=\"margin:1rem;font-family:system-ui,sans-serif\"><div id=\"drawing\">{drawing}</div><div "
            + $"id=\"figure\"></div>{draw}</body></html>\n";
    }
}
