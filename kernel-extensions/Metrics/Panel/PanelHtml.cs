using System.Text;
using Qiansi.Drawing;
using static Qiansi.Metrics.Panel.Wording;

namespace Qiansi.Metrics.Panel;

/// <summary>
/// The panel as HTML: tables that can be read where styles and drawings are dropped, in the page's own colours. Not for several threads at
/// once.
/// </summary>
internal sealed class PanelHtml
{
    private const int MostDevices = 72;
    private const int MostLines = 16;

    private static readonly string Style =
        $$"""
        <style>.qn-metrics{max-width:58em;overflow-x:auto;color:{{Theme.Ink}};font:13px/1.45 {{Theme.Font}};font-variant-numeric:tabular-nums}
        .qn-metrics .s{color:{{Theme.Soft}};font-size:12px}.qn-metrics .h{display:flex;gap:.6em;align-items:center;padding:2px 8px 6px}
        .qn-metrics .h i{width:8px;height:8px;border-radius:50%;background:{{Palette.Category(6)}}}.qn-metrics .h i.l{background:{{Palette.Good}}}
        .qn-metrics .h b{font-weight:600}.qn-metrics .h .s{margin-left:auto}
        .qn-metrics .w{margin:0 0 6px;padding:3px 8px;border-left:3px solid {{Palette.Warning}};background:rgba(230,159,0,.16)}
        .qn-metrics table{border-collapse:collapse;border:0;margin:0;table-layout:auto;font-size:13px}
        .qn-metrics table tr,.qn-metrics table tr:nth-child(even),.qn-metrics table tr:hover{background:none}.qn-metrics table tr.m{background:rgba(230,159,0,.16)}
        .qn-metrics table td,.qn-metrics table th{padding:3px 8px;border:0;text-align:left!important;vertical-align:middle;white-space:nowrap;max-width:none;font-weight:400;line-height:1.45}
        .qn-metrics table th,.qn-metrics table td.v{font-weight:600}.qn-metrics table th{min-width:64px}.qn-metrics table td.v{text-align:right!important;min-width:76px}.qn-metrics table td.r{text-align:right!important}
        .qn-metrics table tr.p td{padding-top:0;white-space:normal}.qn-metrics table tr.g>*{border-top:1px solid {{Theme.Rule}};padding-top:5px}.qn-metrics table+table{margin-top:8px}
        .qn-metrics svg{display:block;max-width:none}.qn-metrics td>svg+span{margin-left:.6em}.qn-metrics td.f>*{display:inline-block;vertical-align:middle}.qn-metrics .s b{color:{{Theme.Ink}};font-weight:600}.qn-metrics .n{padding:4px 8px 0}</style>
        """.ReplaceLineEndings("");

    private readonly StringBuilder _html = new(16 * 1024);

    /// <summary>Writes the panel.</summary>
    public string Write(PanelView view)
    {
        _html.Clear().Append("<div class=\"qn-metrics\">").Append(Style);
        _html.Append("<div class=\"h\"><i").Append(view.IsLive ? " class=\"l\"" : "").Append("></i><b>Metrics</b> ")
            .Append(MarkupText.Escape(view.State))
            .Append(" <span class=\"s\">").Append(Time(view.Sample.Time)).Append("</span></div>");
        foreach (var (_, warning) in view.Warnings) _html.Append("<div class=\"w\">⚠ ").Append(MarkupText.Escape(warning)).Append("</div>");
        _html.Append("<table><tbody>");
        foreach (var row in SystemRow.Of(view.Sample, view.History)) Row(row, view);
        _html.Append("</tbody></table>");
        if (view.Sample.Gpus.Count > 0) Gpus(view);
        foreach (var note in view.Sample.Notes) _html.Append("<div class=\"s n\">").Append(MarkupText.Escape(note)).Append("</div>");
        return _html.Append("</div>").ToString();
    }

    private void Row(SystemRow row, PanelView view)
    {
        _html.Append(Marks(row.Label, view) ? "<tr class=\"m\"><th>" : "<tr><th>").Append(row.Label).Append("</th>");
        if (view.History is not null)
        {
            _html.Append("<td>");
            if (row.Series is { } series)
                Sparkline.Append(_html, series, row.Top, row.Color,
                    series.Count == 0 ? row.Label : $"{row.Label}, last minute: {row.Unit(series.Min)} to {row.Unit(series.Max)}");
            _html.Append("</td>");
        }

        _html.Append("<td class=\"v\">").Append(row.Value).Append("</td><td class=\"s f\">");
        if (row.Label == SystemRow.Cpu && view.Sample.CorePercents.Count > 0) Bars.AppendCores(_html, view.Sample.CorePercents, row.Color);
        _html.Append("<span>").Append(MarkupText.Escape(row.Detail)).Append("</span></td></tr>");
    }

    private void Gpus(PanelView view)
    {
        var gpus = view.Sample.Gpus;
        var lines = view.History is not null && gpus.Count(g => !g.IsPart) <= MostLines;
        _html.Append("<table><tbody>");
        foreach (var gpu in gpus.Take(MostDevices)) Gpu(gpu, view, lines);
        _html.Append("</tbody></table>");
        if (gpus.Count > MostDevices) _html.Append("<div class=\"s n\">and ").Append(gpus.Count - MostDevices)
            .Append(" devices more; Metrics.Now().Gpus lists all</div>");
    }

    private void Gpu(GpuSample gpu, PanelView view, bool lines)
    {
        _html.Append("<tr class=\"").Append(gpu.IsPart ? "" : "g").Append(Marks(gpu.Id, view) ? " m" : "").Append("\"><th>")
            .Append(gpu.IsPart ? "&nbsp;&nbsp;" : "")
            .Append(MarkupText.Escape(gpu.IsPart ? gpu.Id[(gpu.Id.LastIndexOf('·') + 1)..].TrimStart() : gpu.Id)).Append("</th>");
        if (lines)
        {
            _html.Append("<td>");
            if (view.History!.Gpu(gpu.Id) is { } series)
                Sparkline.Append(_html, series, 100, Palette.Category(0),
                    $"{gpu.Id}, last minute: {Percent(series.Min)} to {Percent(series.Max)} busy");
            _html.Append("</td>");
        }

        _html.Append("<td class=\"v\">").Append(gpu.Utilization is null ? "" : Percent(gpu.Utilization)).Append("</td><td>");
        if (gpu is { MemoryUsed: { } used, MemoryTotal: { } total })
        {
            var share = (double)used / Math.Max(1, total);
            Bars.AppendShare(_html, share, Palette.Category(2), $"memory: {Percent(100 * share)}");
            _html.Append("</td><td class=\"r\">").Append(Share(used, total));
        }
        else
        {
            _html.Append("</td><td>");
        }

        _html.Append("</td><td class=\"r\">").Append(Temperature(gpu.Temperature)).Append("</td><td class=\"r\">").Append(Power(gpu))
            .Append("</td></tr>");
        var more = string.Join(" · ", new[] { gpu.Name, Clocks(gpu), Processes(gpu.Processes) }.Where(t => t.Length > 0));
        _html.Append("<tr class=\"p\"><td></td><td colspan=\"6\" class=\"s\">").Append(MarkupText.Escape(more));
        if (gpu.Problem is { } problem) _html.Append(" · <b>⚠ ").Append(MarkupText.Escape(problem)).Append("</b>");
        _html.Append("</td></tr>");
    }

    private static bool Marks(string place, PanelView view)
    {
        foreach (var warning in view.Warnings)
            if (warning.Place == place) return true;
        return false;
    }
}
