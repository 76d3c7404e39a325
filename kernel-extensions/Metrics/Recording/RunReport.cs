using System.Text;
using Qiansi.Drawing;
using Qiansi.Metrics.Panel;

namespace Qiansi.Metrics.Recording;

/// <summary>A recording as a table (least, mean, most, last of every figure) and a chart.</summary>
internal static class RunReport
{
    private const int MostRows = 80;

    private static readonly string Style =
        $$"""
        <style>.qn-run{color:{{Theme.Ink}};font:13px/1.45 {{Theme.Font}};font-variant-numeric:tabular-nums}.qn-run summary{cursor:pointer;padding:2px 0}
        .qn-run table{border-collapse:collapse;margin:4px 0;font-size:13px}.qn-run table td,.qn-run table th{padding:2px 10px;border:0;border-bottom:1px solid {{Theme.Rule}};text-align:right!important;white-space:nowrap}
        .qn-run table th:first-child,.qn-run table td:first-child{text-align:left!important}</style>
        """.ReplaceLineEndings("");

    /// <summary>For pages.</summary>
    public static string Html(MetricsRun run)
    {
        var samples = run.Snapshot();
        var html = new StringBuilder("<div class=\"qn-run\">").Append(Style).Append("<div><b>").Append(MarkupText.Escape(run.ToString()))
            .Append("</b></div>");
        if (RunChart.Draw(samples) is { } chart) html.Append(chart.ToHtml());
        if (samples.Length > 0)
        {
            html.Append(
                "<details open><summary>Figures</summary><table><thead><tr><th></th><th>least</th>"
                    + "<th>mean</th><th>most</th><th>last</th></tr></thead><tbody>");
            foreach (var (name, cells) in Rows(samples)) html.Append("<tr><td>").Append(MarkupText.Escape(name)).Append("</td>")
                .AppendJoin("", cells.Select(c => $"<td>{MarkupText.Escape(c)}</td>")).Append("</tr>");
            html.Append("</tbody></table></details>");
        }

        foreach (var note in Notes(samples)) html.Append("<div>").Append(MarkupText.Escape(note)).Append("</div>");
        return html.Append("</div>").ToString();
    }

    /// <summary>For terminals.</summary>
    public static string Text(MetricsRun run)
    {
        var samples = run.Snapshot();
        var rows = Rows(samples).Prepend(("", ["least", "mean", "most", "last"])).ToList();
        var text = new StringBuilder(run.ToString());
        if (samples.Length == 0) return text.ToString();
        var first = rows.Max(r => r.Item1.Length);
        var width = rows.Max(r => r.Item2.Max(c => c.Length));
        foreach (var (name, cells) in rows) text.Append('\n').Append(name.PadRight(first))
            .AppendJoin("", cells.Select(c => "  " + c.PadLeft(width)));
        foreach (var note in Notes(samples)) text.Append('\n').Append(note);
        return text.ToString();
    }

    private static IEnumerable<string> Notes(MetricsSample[] samples) =>
        samples.SelectMany(s => s.Notes.Concat(s.Gpus.Where(g => g.Problem is not null).Select(g => $"{g.Id}: {g.Problem}"))).Distinct()
            .Take(20).Concat(LeftOut(samples));

    private static IEnumerable<string> LeftOut(MetricsSample[] samples)
    {
        var devices = samples.SelectMany(s => s.Gpus).Where(g => !g.IsPart).Select(g => g.Id).Distinct().Count();
        if (devices > RunChart.MostDevices) yield return $"The first {RunChart.MostDevices} of {devices} devices are drawn.";
        var rows = Figure.Of(samples).Count;
        if (rows > MostRows) yield return $"The first {MostRows} of {rows} figures are listed; ToCsv() has all.";
    }

    private static IEnumerable<(string Name, string[] Cells)> Rows(MetricsSample[] samples)
    {
        foreach (var figure in Figure.Of(samples).Take(MostRows))
        {
            var values = samples.Select(figure.Value).OfType<double>().ToList();
            yield return (figure.Name,
                [figure.Words(values.Min()), figure.Words(values.Average()), figure.Words(values.Max()), figure.Words(values[^1])]);
        }

        var (a, b) = (samples is [var first, ..] ? first.Collections : default, samples is [.., var last] ? last.Collections : default);
        if (samples.Length > 1)
            yield return ("Collections of generation 0 / 1 / 2",
                ["", "", "", $"{b.Gen0 - a.Gen0} / {b.Gen1 - a.Gen1} / {b.Gen2 - a.Gen2}"]);
    }
}
