using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Qiansi.Clients.Browser.SampleFiles;

namespace Qiansi.Clients.Browser;

/// <summary>A panel that goes on below its cell while others run.</summary>
[Collection(nameof(RunningLab))]
public sealed class MetricsTests(RunningLab lab)
{
    private const string Train = "var sum = 0.0; var until = DateTime.Now.AddSeconds(5);\nwhile (DateTime.Now < until) for (var i = 1; "
        + "i < 1000; i++) sum += Math.Sqrt(i);\n\"trained\"";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task It_moves_while_later_cells_run_until_it_is_stopped(ColorScheme colors)
    {
        Chromium.Require();
        await lab.WriteAsync(
            "metrics.ipynb", Notebook(Code("#!metrics --every 200ms"), Code(Train), Code("#!metrics --stop"), Code("1 + 1")));
        await using var page = await lab.OpenAsync(colors);
        await page.OpenNotebookAsync("metrics.ipynb");
        await page.Page.EvaluateAsync(
            "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", $"JupyterLab {colors}");
        await RunAsync(page, 0);
        await page.ExpectAsync(page.Output(0), "live, every 200 ms");
        await page.CountUpdatesAsync(0);
        await RunAsync(page, 1);
        var clock = Stopwatch.StartNew();
        await Eventually.HoldsAsync(async () => await page.UpdatesAsync(0) >= 5);
        await page.PictureAsync($"metrics-{colors}");
        await page.ExpectAsync(page.Output(1).Last, "trained");
        var updates = await page.UpdatesAsync(0);
        Assert.True(updates <= clock.Elapsed.TotalSeconds / 0.2 + 5, $"{updates} updates in {clock.Elapsed}");

        await RunAsync(page, 2);
        await page.ExpectAsync(page.Output(0), "stopped");
        updates = await page.UpdatesAsync(0);
        await RunAsync(page, 3);
        await page.ExpectAsync(page.Output(3), "2");
        Assert.Equal(updates, await page.UpdatesAsync(0));
        Assert.Equal(1, await page.Output(0).CountAsync());

        await page.SaveAsync();
        var file = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(lab.Folder, "metrics.ipynb"), TestContext.Current.CancellationToken))!;
        var output = Assert.Single(file["cells"]![0]!["outputs"]!.AsArray())!;
        Assert.True(output.ToJsonString().Length < 20 * 1024, $"{output.ToJsonString().Length} characters");
        Assert.Contains("stopped", output["data"]!["text/plain"]!.ToJsonString());
    }

    [Fact]
    public async Task Running_its_cell_again_takes_its_place_and_a_cell_that_no_longer_shows_one_ends_it()
    {
        Chromium.Require();
        await lab.WriteAsync(
            "metrics-again.ipynb", Notebook(Code("var panel = Metrics.Live(TimeSpan.FromMilliseconds(200));"), Code("panel.IsLive")));
        await using var page = await lab.OpenAsync();
        await page.OpenNotebookAsync("metrics-again.ipynb");
        await RunAsync(page, 0);
        await page.ExpectAsync(page.Output(0), "live, every 200 ms");
        await RunAsync(page, 0);
        await page.ExpectAsync(page.Output(0), "live, every 200 ms");
        Assert.Equal(1, await page.Output(0).CountAsync());
        await RunAsync(page, 1);
        await page.ExpectAsync(page.Output(1).Last, "True");
        await page.TypeAsync(0, "2 + 2");
        await page.RunAsync();
        await page.ExpectAsync(page.Output(0), "^4$");
        await RunAsync(page, 1);
        await page.ExpectAsync(page.Output(1).Last, "False");
        Assert.Equal(1, await page.Output(0).CountAsync());
    }

    private static async Task RunAsync(LabPage page, int cell)
    {
        await page.Cells.Nth(cell).Locator(".cm-content").ClickAsync();
        await page.RunAsync();
    }
}
