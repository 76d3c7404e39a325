using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Qiansi.Clients.Browser.SampleFiles;

namespace Qiansi.Clients.Browser;

/// <summary>A cell runs on while its page is reloaded, closed, or cut off.</summary>
[Collection(nameof(RunningLab))]
public sealed class RunningCellsTests(RunningLab lab)
{
    private static string Slow(string name) => $$"""
        var shown = display("0 %");
        Console.WriteLine("begun");
        for (var i = 0; i < 1200 && !System.IO.File.Exists("{{name}}.go"); i++) Thread.Sleep(50);
        shown.Update("100 %");
        Console.WriteLine("ended");
        """;

    [Fact]
    public async Task After_a_reload_the_cell_is_marked_as_running_and_its_outputs_go_on()
    {
        Chromium.Require();
        var file = await lab.WriteAsync("reload.ipynb", Notebook(Code(Slow("reload")), Code("1 + 1")));
        await using var page = await lab.OpenAsync();
        await BeginAsync(page, "reload.ipynb");
        await page.Cells.Nth(1).Locator(".cm-content").ClickAsync();
        await page.RunAsync();
        await page.Page.ReloadAsync();
        await page.Cells.First.WaitForAsync();
        await page.ExpectAsync(page.Output(0).Last, "begun");
        await page.PictureAsync("running-after-reload");
        await Assertions.Expect(page.Cells.Nth(0).Locator(".jp-InputPrompt")).ToHaveTextAsync("[*]:");
        await Assertions.Expect(page.Cells.Nth(1).Locator(".jp-InputPrompt")).ToHaveTextAsync("[*]:");
        Assert.Equal("busy",
            await page.Page.EvaluateAsync<string>("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status"));

        await lab.WriteAsync("reload.go", "");
        await page.ExpectAsync(page.Output(0).Last, "begun\\s+ended");
        await page.ExpectAsync(page.Output(0).First, "100 %");
        await page.ExpectAsync(page.Output(1).Last, "^2$");
        await Assertions.Expect(page.Cells.Nth(0).Locator(".jp-InputPrompt")).ToHaveTextAsync("[1]:");
        await Assertions.Expect(page.Cells.Nth(1).Locator(".jp-InputPrompt")).ToHaveTextAsync("[2]:");
        await page.SaveAsync();
        Assert.Contains("ended", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task After_the_page_was_closed_the_outputs_are_in_the_file_and_shown_when_it_is_opened_again()
    {
        Chromium.Require();
        var file = await lab.WriteAsync("closed.ipynb", Notebook(Code(Slow("closed"))));
        await using (var page = await lab.OpenAsync()) await BeginAsync(page, "closed.ipynb");
        await lab.WriteAsync("closed.go", "");
        JsonArray outputs;
        var patience = System.Diagnostics.Stopwatch.StartNew();
        do
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), "the outputs did not come into the file");
            await Task.Delay(100, TestContext.Current.CancellationToken);
            outputs = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))![
                "cells"]![0]!["outputs"]!.AsArray();
        }
        while (!outputs.ToJsonString().Contains("ended", StringComparison.Ordinal));
        Assert.Equal(["display_data", "stream"], outputs.Select(o => (string?)o!["output_type"]));
        Assert.Contains("100 %", outputs[0]!.ToJsonString());

        await using var again = await lab.OpenAsync();
        await again.OpenNotebookAsync("closed.ipynb");
        await again.ExpectAsync(again.Output(0).Last, "begun\\s+ended");
        await Assertions.Expect(again.Cells.Nth(0).Locator(".jp-InputPrompt")).ToHaveTextAsync("[1]:");
        Assert.False(await again.Page.EvaluateAsync<bool>("() => window.jupyterapp.shell.currentWidget.context.model.dirty"));
    }

    [Fact]
    public async Task A_lost_connection_costs_no_output()
    {
        Chromium.Require();
        await lab.WriteAsync("lost.ipynb", Notebook(Code(Slow("lost"))));
        await using var page = await lab.OpenAsync();
        IWebSocketRoute? connection = null;
        await page.Page.RouteWebSocketAsync(new System.Text.RegularExpressions.Regex("/channels"), socket =>
        {
            connection = socket;
            socket.ConnectToServer();
        });
        await BeginAsync(page, "lost.ipynb");
        await connection!.CloseAsync(new() { Code = 3001, Reason = "lost" });
        await lab.WriteAsync("lost.go", "");
        await page.ExpectAsync(page.Output(0).Last, "begun\\s+ended");
        await page.ExpectAsync(page.Output(0).First, "100 %");
        await Assertions.Expect(page.Cells.Nth(0).Locator(".jp-InputPrompt")).ToHaveTextAsync("[1]:");
    }

    private static async Task BeginAsync(LabPage page, string notebook)
    {
        await page.OpenNotebookAsync(notebook);
        await page.Cells.Nth(0).Locator(".cm-content").ClickAsync();
        await page.RunAsync();
        await page.ExpectAsync(page.Output(0).Last, "begun");
    }
}
