using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Qiansi.Charts.Output;
using Qiansi.Charts.Tests.Adapters;

namespace Qiansi.Charts.Tests.Rendering;

/// <summary>Plotly itself looks at every kind of figure: names and values that it does not know are named by
/// <c>Plotly.validate</c>.</summary>
public sealed class PlotlySchemaTests
{
    [Fact]
    public async Task Plotly_knows_every_attribute_of_every_kind()
    {
        var script = new[] { Path.Combine(Repository.Folder, "src", "Server", "Lab", "node_modules", "plotly.js-dist-min", "plotly.min.js"),
            Path.Combine(PlotlyScript.CacheFolder, "plotly-3.7.0.min.js") }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(script is null, "Plotly's script is not here: build src/Server with node 20 and npm, or save a chart by SaveHtml");
        var chromium = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(chromium is null, "Chromium is not here: apt-get install chromium");

        // Other libraries write parts without content, which Plotly calls unused.
        // An empty series is invisible to Plotly, which it calls a fault of the figure; the hostile sample's colour is none.
        var samples = Samples.All.Where(s => s.Key is not ("empty" or "hostile")).Concat(ForeignSamples.All).ToList();
        var figures = string.Join(",", samples.Select(s => $"{JsonSerializer.Serialize(s.Key)}:{ChartBundle.Json(s.Value())}"));
        var page = Path.Combine(Path.GetTempPath(), $"qiansi-schema-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(page, $$"""
            <!DOCTYPE html><meta charset="utf-8"><script src="{{new Uri(script!)}}"></script><script>
            const foreign = new Set({{JsonSerializer.Serialize(ForeignSamples.All.Keys)}});
            const figures = { {{figures.Replace("</", "<\\/")}} };
            const faults = Object.entries(figures).flatMap(([kind, f]) => (Plotly.validate(f.data, f.layout) ?? [])
                .filter(v => v.code !== 'unused' || !foreign.has(kind)).map(v => kind + ': ' + v.msg));
            document.write('<pre>CHECKED ' + Object.keys(figures).length + '\n' + faults.join('\n').replace(/</g, '&lt;') + '\nEND</pre>');</script>
            """, TestContext.Current.CancellationToken);
        try
        {
            var start = new ProcessStartInfo(chromium!) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in new[] { "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
                $"--user-data-dir={page}.profile", "--virtual-time-budget=20000", "--dump-dom", new Uri(page).ToString() })
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            _ = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var dom = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var report = dom[dom.IndexOf($"<pre>CHECKED {samples.Count}", StringComparison.Ordinal)..];
            Assert.Equal($"CHECKED {samples.Count}",
                WebUtility.HtmlDecode(report[5..report.IndexOf("\nEND", StringComparison.Ordinal)]).Trim());
        }
        finally
        {
            File.Delete(page);
            if (Directory.Exists(page + ".profile")) Directory.Delete(page + ".profile", recursive: true);
        }
    }
}
