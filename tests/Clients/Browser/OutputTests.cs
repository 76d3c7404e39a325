using Microsoft.Playwright;
using static Qiansi.Clients.Browser.SampleFiles;

namespace Qiansi.Clients.Browser;

[Collection(nameof(RunningLab))]
public sealed class OutputTests(RunningLab lab)
{
    [Fact]
    public async Task Run_all_shows_every_kind_of_output()
    {
        Chromium.Require();
        await lab.WriteAsync("outputs.ipynb", Notebook(
            Markdown("# Outputs\n\nInline $e^{i\\pi} = -1$\n\n```mermaid\ngraph LR\n  x --> y\n```\n\n```csharp\nvar x = 1;\n```"),
            Code("Console.WriteLine(\"streamed\"); Console.Error.WriteLine(\"warned\"); 6 * 7"),
            Code("#!html\n<b id=\"bold\">bold</b>"),
            Code("<i id=\"leaning\">from Polyglot</i>", """{"polyglot_notebook":{"kernelName":"html"}}"""),
            Code($"{Literal(Figure)}.DisplayAs(\"application/vnd.plotly.v1+json\");"),
            Code($"{Literal(Png)}.DisplayAs(\"image/png\");"),
            Code("#!mermaid\ngraph TD\n  A --> B"),
            Code("throw new InvalidOperationException(\"as planned\");")));
        await using var page = await lab.OpenAsync();
        await page.OpenNotebookAsync("outputs.ipynb");
        await page.CommandAsync("notebook:run-all-cells");

        await page.ExpectAsync(page.Output(1).Nth(0), "streamed");
        await page.ExpectAsync(page.Output(1).Nth(1), "warned");
        await page.ExpectAsync(page.Output(1).Nth(2), "^42$");
        await page.ExpectAsync(page.Output(2).Locator("b#bold"), "bold");
        await page.ExpectAsync(page.Output(3).Locator("i#leaning"), "from Polyglot");
        await page.ExpectAsync(page.Output(4).Locator(".gtitle"), "Loss");
        await Assertions.Expect(page.Output(4).Locator(".scatterlayer .trace")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Output(5).Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 2);
        await Assertions.Expect(page.Output(6).Locator("svg, img").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.ExpectAsync(page.Output(7), "as planned");
        await Assertions.Expect(page.Cells.Nth(0).Locator("mjx-container").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Cells.Nth(0).Locator(".jp-RenderedMermaid img, .jp-RenderedMermaid svg").First).ToBeVisibleAsync();
        await page.ExpectAsync(page.Cells.Nth(0).Locator("pre code span").First, "var");
        await page.PictureAsync("outputs");
    }

    [Fact]
    public async Task The_first_chapter_runs_to_its_end_once_its_exercise_is_done()
    {
        Chromium.Require();
        await lab.WriteAsync("first-chapter.ipynb", await File.ReadAllTextAsync(
            Path.Combine(InstalledKernel.Root, "notebooks", "00-start-here.ipynb"), TestContext.Current.CancellationToken));
        await using var page = await lab.OpenAsync();
        await page.OpenNotebookAsync("first-chapter.ipynb");
        await page.CommandAsync("notebook:clear-all-cell-outputs");
        await page.CommandAsync("notebook:run-all-cells");
        var first = await CellsAsync();
        var check = Array.IndexOf(first, "ex1: not done yet (0 of 3 points)");
        Assert.True(check > 10, string.Join(", ", first));
        Assert.All(first[..check], cell => Assert.Equal("ran", cell));
        Assert.All(first[(check + 1)..], cell => Assert.Equal("did not run", cell));

        await page.Page.EvaluateAsync("""
            () => [...window.jupyterapp.shell.currentWidget.content.model.cells]
              .find(c => c.sharedModel.source.startsWith('double Sigmoid')).sharedModel.setSource('double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));')
            """);
        await page.CommandAsync("notebook:run-all-cells");
        Assert.All(await CellsAsync(), cell => Assert.Equal("ran", cell));
        await page.PictureAsync("chapter");

        Task<string[]> CellsAsync() => page.Page.EvaluateAsync<string[]>("""
            () => [...window.jupyterapp.shell.currentWidget.content.model.cells].filter(c => c.type === 'code').map(c =>
              [...Array(c.outputs.length).keys()].map(i => c.outputs.get(i)).filter(o => o.type === 'error')
                .map(o => o.toJSON().evalue)[0] ?? (c.executionCount > 0 ? 'ran' : 'did not run'))
            """);
    }

    [Fact]
    public async Task A_figure_that_takes_too_long_does_not_hold_up_the_page_and_is_drawn_on_request()
    {
        Chromium.Require();
        const string Bars = """{"data":{"values":[{"a":1},{"a":2}]},"mark":"bar","encoding":{"x":{"field":"a","type":"quantitative"}}}""";
        await lab.WriteAsync("vega.ipynb", Notebook(Code($"{Literal(Bars)}.DisplayAs(\"application/vnd.vegalite.v5+json\");")));
        await using var page = await lab.OpenAsync();
        // As for a figure without an end: the trial beside the page never says that it is done.
        await page.Page.AddInitScriptAsync("Worker.prototype.postMessage = () => {};");
        await page.OpenNotebookAsync("vega.ipynb");
        await page.CommandAsync("notebook:run-all-cells");
        await page.ExpectAsync(page.Output(0), "not drawn: after 5 s");
        await page.PictureAsync("vega");
        await page.Output(0).GetByText("Draw it all the same").ClickAsync();
        await Assertions.Expect(page.Output(0).Locator("canvas, svg").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("text/vnd.mermaid", "graph LR\na --> guarded", "svg, img")]
    [InlineData("application/vnd.plotly.v1+json", """{"data":[{"y":[1,2]}],"layout":{"title":{"text":"Guarded"}}}""", ".main-svg")]
    public async Task A_figure_during_which_the_page_stood_still_is_drawn_again_only_on_request(
        string mediaType, string figure, string drawn)
    {
        Chromium.Require();
        var name = $"stood-still-{figure.Length}.ipynb";
        await lab.WriteAsync(name, OddNotebooks.WithOutputs([(mediaType, figure)]));
        await using var page = await lab.OpenAsync();
        // As if the page had stopped while it drew: what was noted before the drawing is still there.
        await page.Page.AddInitScriptAsync("Storage.prototype.removeItem = () => {};");
        await page.OpenNotebookAsync(name);
        await Assertions.Expect(page.Output(0).Locator(drawn).First).ToBeVisibleAsync();
        await page.Page.EvaluateAsync("""
            () => {
              for (const key of Object.keys(localStorage).filter(k => k.startsWith('qiansi:drawing:'))) localStorage.setItem(key, Date.now() - 60_000);
            }
            """);
        await page.Page.ReloadAsync();
        await page.WaitReadyAsync();
        await page.ExpectAsync(page.Output(0), "not drawn: the page stood still");
        await Assertions.Expect(page.Output(0).Locator(drawn)).ToHaveCountAsync(0);
        await page.Output(0).GetByText("Draw it all the same").ClickAsync();
        await Assertions.Expect(page.Output(0).Locator(drawn).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task In_the_dark_theme_figures_are_dark_too()
    {
        Chromium.Require();
        await lab.WriteAsync(
            "dark.ipynb", Notebook(Markdown("# In the dark"), Code($"{Literal(Figure)}.DisplayAs(\"application/vnd.plotly.v1+json\");")));
        await using var page = await lab.OpenAsync();
        await page.OpenNotebookAsync("dark.ipynb");
        await page.CommandAsync("notebook:run-all-cells");
        var label = page.Output(1).Locator(".gtitle");
        await page.ExpectAsync(label, "Loss");
        var light = await Fill(label);
        await page.Page.EvaluateAsync("() => window.jupyterapp.commands.execute('apputils:change-theme', { theme: 'JupyterLab Dark' })");
        await Assertions.Expect(page.Page.Locator("body")).ToHaveAttributeAsync("data-jp-theme-light", "false");
        await page.Page.WaitForFunctionAsync("before => getComputedStyle(document.querySelector('.gtitle')).fill !== before", light);
        await page.PictureAsync("dark");
        await page.Page.EvaluateAsync("() => window.jupyterapp.commands.execute('apputils:change-theme', { theme: 'JupyterLab Light' })");

        static Task<string> Fill(ILocator locator) => locator.EvaluateAsync<string>("e => getComputedStyle(e).fill");
    }
}
