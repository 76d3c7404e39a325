using System.Net;
using System.Text;
using Qiansi.Contracts;
using Qiansi.Documents;
using Qiansi.Drawing;
using Qiansi.Publishing;
using Qiansi.Teaching.Sweeps;
using Qiansi.Tool.Converting;

namespace Qiansi.Tool.Sweeps;

/// <summary>The page that compares the runs of a sweep: parallel coordinates, curves by parameter, and a table with links.</summary>
internal static class SweepPage
{
    /// <summary>Charts of curves that a page shows; the table has the rest.</summary>
    private const int MostCharts = 12;

    /// <summary>Writes it.</summary>
    /// <exception cref="DocumentException">It cannot be written.</exception>
    public static void Write(SweepFolder folder, SweepResults results)
    {
        var notebook = new Notebook();
        var name = Path.GetFileNameWithoutExtension(results.Manifest.Notebook);
        notebook.Cells.Add(new(CellKind.Markdown, $"# {name}: {results.Rows.Count} runs\n\n"
            + string.Join(", ", results.Rows.GroupBy(r => r.Status).Select(g => $"{g.Count()} {g.Key}"))));
        if (ParallelCoordinates.Draw(results) is { } lines)
        {
            notebook.Cells.Add(new(CellKind.Markdown, "## Parameters and results\n\nA line is a run; the pointer on it shows its values."));
            notebook.Cells.Add(Shown(lines));
        }

        var charts = results.Values.SelectMany(v => results.Varied.Select(p => SweepCurves.Draw(results, v, p)))
            .OfType<Charts.GenericChart>()
            .Take(MostCharts).ToList();
        if (charts.Count > 0) notebook.Cells.Add(new(CellKind.Markdown, "## Curves"));
        notebook.Cells.AddRange(charts.Select(c => Shown(c.ToHtml())));
        notebook.Cells.Add(new(CellKind.Markdown, "## Runs"));
        notebook.Cells.Add(Shown(Table(folder, results)));
        HtmlPage.Write(notebook, folder.Page, PageOptions.Of(results.Manifest.Notebook));
    }

    private static Cell Shown(string html) =>
        new(CellKind.Code, "") { Outputs = [new DisplayOutput(new MimeBundle { { "text/html", html }, { "text/plain", "" } })] };

    private static string Table(SweepFolder folder, SweepResults results)
    {
        string[] columns = ["run", .. results.Parameters, "status", "seconds", .. results.Values];
        var html = new StringBuilder("<table><thead><tr>");
        foreach (var column in columns) html.Append($"<th>{Encode(column)}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in results.Rows)
        {
            html.Append("<tr>").Append($"<td>{Link(folder, row.Run)}</td>");
            foreach (var parameter in results.Parameters) html.Append(
                $"<td>{Encode(row.Run.Parameters.GetValueOrDefault(parameter, ""))}</td>");
            var error = row.State?.Error is { } text && row.Status == row.State.Status ? $" title=\"{Encode(text)}\"" : "";
            var seconds = row.State is { Seconds: > 0 and var s } ? NumberText.Short(s) : "";
            html.Append($"<td{error}>{Encode(row.Status)}</td><td>{seconds}</td>");
            foreach (var value in results.Values) html.Append($"<td>{(row.Last(value) is { } v ? NumberText.Short(v) : "")}</td>");
            html.Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    /// <summary>To the run's page, or else its notebook, or else its log.</summary>
    private static string Link(SweepFolder folder, SweepRun run)
    {
        var file = ((string[])[".html", ".ipynb", ".log"]).Select(e => folder.Of(run, e)).FirstOrDefault(File.Exists);
        return file is null ? $"{run.Index}" : $"<a href=\"runs/{Encode(Uri.EscapeDataString(Path.GetFileName(file)))}\">{run.Index}</a>";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
