using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Qiansi.Clients.Browser.SampleFiles;

namespace Qiansi.Clients.Browser;

/// <summary>Everything that moves or draws, in one notebook: a live panel above a tensor, a tree,
/// a chart and curves that grow while a cell trains.</summary>
[Collection(nameof(RunningLab))]
public sealed class LiveDisplayTests(RunningLab lab)
{
    private const int Panel = 0, Tensor = 1, Tree = 2, Chart = 3, Training = 4;

    private static readonly string Pictures = Notebook(
        Code("#!metrics --every 250ms"),
        Code("using Qiansi;\ntorch.manual_seed(1);\ntorch.randn(8, 12)"),
        Code("Tree.Of((1, 7), range => range.Item1 == range.Item2 ? [] : new[] { (range.Item1, (range.Item1 + range.Item2) / 2), "
            + "((range.Item1 + range.Item2) / 2 + 1, range.Item2) }, range => $\"{range.Item1}–{range.Item2}\")"),
        Code("Chart.Line<double, double, string>(x: new[] { 1.0, 2, 3 }, y: new[] { 0.9, 0.5, 0.3 }, Name: \"loss\")"),
        Code("""
            using (var live = Train.Live("loss", "val loss", "accuracy"))
                for (var epoch = 1; epoch <= 40; epoch++)
                {
                    live.Add(epoch, 1.0 / epoch, 1.1 / epoch + 0.01, 1 - 0.6 / epoch);
                    Thread.Sleep(100);
                }
            """),
        Code("#!metrics --stop"));

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task One_notebook_shows_them_all_and_saves_small(ColorScheme colors)
    {
        Chromium.Require();
        var name = $"pictures-{colors}.ipynb";
        await lab.WriteAsync(name, Pictures);
        await using var page = await lab.OpenAsync(colors);
        await page.OpenNotebookAsync(name);
        await page.Page.EvaluateAsync(
            "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", $"JupyterLab {colors}");
        await RunAsync(page, Panel);
        await page.ExpectAsync(page.Output(Panel), "live, every 250 ms");
        foreach (var cell in new[] { Panel, Training }) await page.CountUpdatesAsync(cell);
        for (var cell = Tensor; cell <= Training; cell++) await RunAsync(page, cell);
        await page.ExpectAsync(page.Output(Training).Last, "best");
        await ExpectPicturesAsync(page);
        Assert.True(await page.UpdatesAsync(Training) >= 4, $"the curves changed {await page.UpdatesAsync(Training)} times in 4 s");
        Assert.True(await page.UpdatesAsync(Panel) >= 4, $"the panel changed {await page.UpdatesAsync(Panel)} times in more than 4 s");

        await RunAsync(page, Training + 1);
        await page.ExpectAsync(page.Output(Panel), "stopped");
        await page.Cells.Nth(Panel).ScrollIntoViewIfNeededAsync();
        await page.PictureAsync($"pictures-{colors}-1");
        await page.Cells.Nth(Training).ScrollIntoViewIfNeededAsync();
        await page.PictureAsync($"pictures-{colors}-2");

        await page.SaveAsync();
        await ExpectSmallAsync(Path.Combine(lab.Folder, name));

        // What was saved shows again without running, also by a browser that has never seen the cells run.
        await using var later = await lab.OpenAsync(colors);
        await later.OpenNotebookAsync(name);
        await ExpectPicturesAsync(later);
    }

    private static async Task ExpectPicturesAsync(LabPage page)
    {
        for (var cell = Panel; cell <= Training; cell++)
        {
            await page.Cells.Nth(cell).ScrollIntoViewIfNeededAsync();

            // A live picture may be exchanged while it is looked at, so that size and place are asked in one go.
            await page.Page.WaitForFunctionAsync("""
                i => [...document.querySelectorAll('.jp-Notebook .jp-Cell')[i].querySelectorAll('.jp-OutputArea-output svg')].some(picture => {
                  const box = picture.getBoundingClientRect();
                  return box.width > 100 && box.height > 20 && box.bottom > 0 && box.top < innerHeight;
                })
                """, cell);
            Assert.Equal(0,
                await page.Cells.Nth(cell).Locator("[data-mime-type='application/vnd.jupyter.stderr'], "
                    + ".jp-RenderedText[data-mime-type='application/vnd.jupyter.error']").CountAsync());
        }
    }

    private static async Task ExpectSmallAsync(string path)
    {
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.True(text.Length < 256 * 1024, $"{text.Length} characters");
        foreach (var output in JsonNode.Parse(text)!["cells"]!.AsArray().SelectMany(c => c!["outputs"]!.AsArray()))
            foreach (var (type, data) in output!["data"]!.AsObject())
                Assert.True(data!.ToJsonString().Length < 64 * 1024 + 2048, $"{type} has {data.ToJsonString().Length} characters");
    }

    private static async Task RunAsync(LabPage page, int cell)
    {
        await page.Cells.Nth(cell).Locator(".cm-content").ClickAsync();
        await page.RunAsync();
    }
}
