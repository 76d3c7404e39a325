using System.Text;
using Qiansi.Charts.Json;
using Qiansi.Charts.Rendering;
using Qiansi.Contracts;

namespace Qiansi.Charts.Output;

/// <summary>The renderings of a figure.</summary>
/// <remarks>
/// Front ends that know Plotly draw its JSON and let their readers zoom; all others show the drawing. There is no HTML among them: hosts
/// that clean HTML prefer it all the same, and would leave of a drawing in it only the words. Pages of ours take the drawing in, so that it
/// has their colours.
/// </remarks>
internal static class ChartBundle
{
    /// <summary>Plotly's media type.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>Most bytes of a rendering.</summary>
    public const int Most = 64 * 1024;

    /// <summary>All renderings, richest first; no drawing of kinds that only Plotly's script draws.</summary>
    public static MimeBundle Of(GenericChart chart)
    {
        var bundle = new MimeBundle { { Plotly, Json(chart) } };
        if (SvgOf(chart) is { Length: > 0 } svg) bundle["image/svg+xml"] = svg;
        bundle["text/plain"] = PlainText.Of(chart);
        return bundle;
    }

    /// <summary>The drawing as a file; empty of kinds that only Plotly's script draws.</summary>
    public static string SvgOf(GenericChart chart) => TraceDrawings.CanDraw(chart) ? Drawing(chart).ToFile() : "";

    /// <summary>The figure's JSON, with fewer points and digits where it would be too large.</summary>
    public static string Json(GenericChart chart)
    {
        foreach (var (points, digits) in new[] { (5000, 17), (5000, 6), (2500, 6), (1200, 5), (600, 5), (300, 4), (120, 4), (40, 4) })
        {
            var json = PlotlyJsonWriter.Write(FigureJson.Of(FigureReduction.Reduce(chart, points)), digits);
            if (Encoding.UTF8.GetByteCount(json) <= Most) return json;
        }

        var words = new Layout
        {
            ["annotations"] = new object[] {
            new PlotlyObject { ["text"] = "This figure is too large for a notebook; it is drawn beside", ["showarrow"] = false } }
        };
        return PlotlyJsonWriter.Write(FigureJson.Of(new GenericChart([], words)));
    }

    /// <summary>The drawing, with less in it where it would be too large.</summary>
    /// <exception cref="NotSupportedException">All its series are of kinds that only Plotly's script draws.</exception>
    public static SvgWriter Drawing(GenericChart chart)
    {
        if (!TraceDrawings.CanDraw(chart)) throw new NotSupportedException(PlainText.Undrawn(chart));
        SvgWriter svg;
        var scale = 1.0;
        do
        {
            svg = FigureDrawing.Draw(chart, scale);
            scale *= 0.6;
        }
        while (Encoding.UTF8.GetByteCount(svg.ToFile()) > Most && scale > 0.02);
        return svg;
    }
}
