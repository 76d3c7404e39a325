using Microsoft.Playwright;
using static Qiansi.Clients.Browser.SampleFiles;

namespace Qiansi.Clients.Browser;

[Collection(nameof(RunningLab))]
public sealed class SavingTests(RunningLab lab)
{
    [Fact]
    public async Task What_was_saved_is_in_the_file_and_after_reloading()
    {
        Chromium.Require();
        var file = await lab.WriteAsync("saved.ipynb", Notebook(Code("1")));
        await using var page = await lab.OpenAsync();
        await page.OpenNotebookAsync("saved.ipynb");
        await page.TypeAsync(0, "var answer = 6 * 7; answer");
        await page.RunAsync();
        await page.ExpectAsync(page.Output(0), "^42$");
        await page.SaveAsync();
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("var answer = 6 * 7; answer", text);
        Assert.DoesNotContain("trusted", text);

        await page.Page.ReloadAsync();
        await page.WaitReadyAsync();
        Assert.Equal("var answer = 6 * 7; answer", await page.TextAsync(0));
        await page.ExpectAsync(page.Output(0), "^42$");
    }

    [Fact]
    public async Task A_dib_file_is_a_notebook_and_stays_a_dib_file()
    {
        Chromium.Require();
        var file = await lab.WriteAsync("old.dib", "#!markdown\n\n# Old\n\n#!csharp\n\n1 + 1\n\n#!html\n\n<s id=\"struck\">struck</s>\n");
        await using var page = await lab.OpenAsync();
        await page.OpenNotebookAsync("old.dib");
        await page.CommandAsync("notebook:run-all-cells");
        await page.ExpectAsync(page.Output(1), "^2$");
        await page.ExpectAsync(page.Output(2).Locator("s#struck"), "struck");
        await page.TypeAsync(1, "2 + 3");
        await page.SaveAsync();
        await page.PictureAsync("dib");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("2 + 3", text);
        Assert.Contains("#!html\n\n<s id=\"struck\">struck</s>", text.ReplaceLineEndings("\n"));
        Assert.DoesNotContain("\"cells\"", text);
    }

    [Fact]
    public async Task Two_tabs_on_one_file_do_not_overwrite_each_other_silently()
    {
        Chromium.Require();
        var file = await lab.WriteAsync("shared.ipynb", Notebook(Code("0")));
        await using var first = await lab.OpenAsync();
        await using var second = await lab.OpenAsync();
        await first.OpenNotebookAsync("shared.ipynb");
        await second.OpenNotebookAsync("shared.ipynb");
        await first.TypeAsync(0, "var from = \"first\";");
        await first.SaveAsync();
        await second.TypeAsync(0, "var from = \"second\";");
        await second.Page.Keyboard.PressAsync("ControlOrMeta+S");

        var dialog = second.Page.Locator(".jp-Dialog");
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await second.PictureAsync("two-tabs");
        Assert.Contains("from = \\\"first\\\"", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Revert" }).ClickAsync();
        await second.ExpectAsync(second.Cells.Nth(0).Locator(".cm-content"), "\"first\"");
    }
}
