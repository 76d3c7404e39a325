using Microsoft.Playwright;
using static Qiansi.Clients.Browser.SampleFiles;

namespace Qiansi.Clients.Browser;

[Collection(nameof(RunningLab))]
public sealed class EditingTests(RunningLab lab)
{
    [Fact]
    public async Task Tab_completes_and_a_question_is_answered()
    {
        Chromium.Require();
        await using var page = await OpenAsync("complete.ipynb", Code("1"), Code("2"));
        await page.TypeAsync(0, "Console.WriteLi");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.WaitForFunctionAsync("() => document.querySelector('.jp-Completer:not(.lm-mod-hidden)') || "
            + "document.querySelector('.jp-Cell .cm-content').textContent.includes('WriteLine')");
        await page.PictureAsync("completion");
        if (await page.Page.Locator(".jp-Completer:not(.lm-mod-hidden)").CountAsync() > 0) await page.Page.Keyboard.PressAsync("Enter");
        await page.ExpectAsync(page.Cells.Nth(0).Locator(".cm-content"), @"Console\.WriteLine");

        await page.TypeAsync(1, "$\"Hello {Console.ReadLine()}!\"");
        await page.RunAsync();
        var question = page.Cells.Nth(1).Locator(".jp-Stdin-input");
        await question.FillAsync("Ada");
        await question.PressAsync("Enter");
        await page.ExpectAsync(page.Output(1).Last, "Hello Ada!");
    }

    [Fact]
    public async Task Errors_are_underlined_while_a_cell_is_written_and_a_cell_is_formatted()
    {
        Chromium.Require();
        await using var page = await OpenAsync("written.ipynb", Code("1"), Code("2"));
        await page.TypeAsync(0, "int wrong = \"text\"; unknown();");
        var underlined = page.Cells.Nth(0).Locator(".cm-lintRange-error");
        // a name that a cell above may give is left alone until cells have run
        await Assertions.Expect(underlined).ToHaveTextAsync("\"text\"");
        await underlined.HoverAsync();
        await page.ExpectAsync(page.Page.Locator(".cm-tooltip-lint"), "CS0029");
        await page.PictureAsync("diagnostics");
        await page.TypeAsync(0, "var   right=1 ;");
        await Assertions.Expect(underlined).ToHaveCountAsync(0);
        await page.CommandAsync("qiansi:format-cell");
        await page.ExpectAsync(page.Cells.Nth(0).Locator(".cm-content"), "^var right = 1;$");
        await page.RunAsync();
        await page.TypeAsync(1, "right + missing");
        await Assertions.Expect(page.Cells.Nth(1).Locator(".cm-lintRange-error")).ToHaveTextAsync("missing");
    }

    [Fact]
    public async Task Interrupt_keeps_variables_and_restart_does_not()
    {
        Chromium.Require();
        await using var page = await OpenAsync("interrupt.ipynb", Code("var kept = 5;"), Code("while (true) ;"), Code("kept + 1"));
        await page.Cells.Nth(0).Locator(".cm-content").ClickAsync();
        await page.RunAsync();
        await page.Cells.Nth(1).Locator(".cm-content").ClickAsync();
        await page.RunAsync();
        await page.Page.WaitForFunctionAsync("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'busy'");
        await page.Page.Locator("[data-command='notebook:interrupt-kernel']").First.ClickAsync();
        await page.ExpectAsync(page.Output(1).Last, "[Ii]nterrupted");

        await page.Cells.Nth(2).Locator(".cm-content").ClickAsync();
        await page.RunAsync();
        await page.ExpectAsync(page.Output(2).Last, "^6$");

        await page.Page.Locator("[data-command='notebook:restart-kernel']").First.ClickAsync();
        await page.Page.Locator(".jp-Dialog .jp-mod-warn, .jp-Dialog .jp-mod-accept").Last.ClickAsync();
        await page.Page.WaitForFunctionAsync("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'");
        await page.Cells.Nth(2).Locator(".cm-content").ClickAsync();
        await page.RunAsync();
        await page.ExpectAsync(page.Output(2).Last, "CS0103");
    }

    [Fact]
    public async Task The_list_of_languages_changes_how_a_cell_is_written_coloured_and_run()
    {
        Chromium.Require();
        await using var page = await OpenAsync("languages.ipynb", Code("<u id=\"chosen\">underlined</u>"));
        await page.Cells.Nth(0).Locator(".cm-content").ClickAsync();
        var list = page.Cells.Nth(0).GetByLabel("Language of this cell");
        await list.SelectOptionAsync("html");
        await page.PictureAsync("languages");
        Assert.Equal("#!html\n<u id=\"chosen\">underlined</u>", await page.TextAsync(0));
        Assert.Equal("""["text/html","html","html"]""", await page.Page.EvaluateAsync<string>("""
            () => {
              const { model } = window.jupyterapp.shell.currentWidget.content.activeCell;
              return JSON.stringify([model.mimeType, model.getMetadata('polyglot_notebook').kernelName, model.getMetadata('dotnet_interactive').language]);
            }
            """));
        await page.Cells.Nth(0).Locator(".cm-content").ClickAsync();
        await page.RunAsync();
        await page.ExpectAsync(page.Output(0).Locator("u#chosen"), "underlined");

        await list.SelectOptionAsync("csharp");
        Assert.Equal("<u id=\"chosen\">underlined</u>", await page.TextAsync(0));
        Assert.False(await page.Page.EvaluateAsync<bool>(
            "() => window.jupyterapp.shell.currentWidget.content.activeCell.model.getMetadata('polyglot_notebook') !== undefined"));
    }

    [Fact]
    public async Task The_list_of_languages_has_what_the_kernel_runs_and_nothing_else()
    {
        Chromium.Require();
        await using var page = await OpenAsync("runs.ipynb", Code("1"));
        await page.Cells.Nth(0).Locator(".cm-content").ClickAsync();
        var list = page.Cells.Nth(0).GetByLabel("Language of this cell");
        await list.HoverAsync();
        await page.Page.WaitForFunctionAsync("() => document.querySelector('.qn-Picker select').options.length > 5");
        var offered = await list.EvaluateAsync<string[]>("e => [...e.options].map(o => o.value)");
        var run = await page.Page.EvaluateAsync<string[]>("""
            async () => {
              const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
              const runs = [];
              for (const name of [...document.querySelector('.qn-Picker select').options].map(o => o.value)) {
                const future = kernel.requestExecute({ code: `#!${name} -h`, silent: true });
                if ((await future.done).content.status === 'ok') runs.push(name);
              }
              return runs;
            }
            """);
        Assert.Equal(offered, run);
        Assert.Contains("csharp", offered);
        Assert.DoesNotContain("python", offered);
        Assert.DoesNotContain("kql", offered);
    }

    [Fact]
    public async Task A_link_opens_its_file_or_says_why_not()
    {
        Chromium.Require();
        await lab.WriteAsync("other.ipynb", Notebook(Markdown("# The other")));
        await using var page = await OpenAsync("links.ipynb", Markdown("[out](../environment.md) [gone](missing.md) [there](other.ipynb)"));
        await ExpectDialogAsync("out", "../environment.md is not in ");
        await ExpectDialogAsync("gone", "missing.md");
        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "there" }).ClickAsync();
        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "The other" }).WaitForAsync();

        async Task ExpectDialogAsync(string link, string text)
        {
            await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = link }).ClickAsync();
            await page.ExpectAsync(page.Page.Locator(".jp-Dialog"), System.Text.RegularExpressions.Regex.Escape(text));
            await page.Page.Locator(".jp-Dialog-footer button").ClickAsync();
        }
    }

    [Fact]
    public async Task The_lab_starts_clean_when_asked_to()
    {
        Chromium.Require();
        await using var page = await OpenAsync("open.ipynb", Code("1"));
        await page.Page.WaitForTimeoutAsync(1500);
        await page.GoAsync("/lab/workspaces/" + await page.Page.EvaluateAsync<string>("() => location.pathname.split('/')[3]"));
        await page.Cells.First.WaitForAsync();
        await page.GoAsync(new Uri(page.Page.Url).AbsolutePath.Split("/tree/")[0] + "?reset");
        await page.Page.Locator(".jp-Launcher").WaitForAsync();
        Assert.Equal(0, await page.Cells.CountAsync());
    }

    private async Task<LabPage> OpenAsync(string name, params System.Text.Json.Nodes.JsonObject[] cells)
    {
        await lab.WriteAsync(name, Notebook(cells));
        var page = await lab.OpenAsync();
        await page.OpenNotebookAsync(name);
        return page;
    }
}
