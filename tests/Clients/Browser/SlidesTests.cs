using System.Diagnostics;
using Microsoft.Playwright;
using static Qiansi.Clients.Browser.SampleFiles;

namespace Qiansi.Clients.Browser;

[Collection(nameof(RunningLab))]
public sealed class SlidesTests(RunningLab lab)
{
    private static string Talk => Notebook(
        Text("# A talk\n\nwith $a^2 + b^2 = c^2$", SlideType("slide")),
        Text("Say hello", SlideType("notes")),
        Text("## Code", SlideType("slide")),
        Code("var x = 20;\nx + 1", SlideType("-")),
        Text("Appears later", SlideType("fragment")),
        Text("### Below", SlideType("subslide")),
        Text("left out", SlideType("skip")));

    [Fact]
    public async Task One_file_of_slides_works_offline_with_fragments_formulas_and_notes()
    {
        Chromium.Require();
        await lab.WriteAsync("talk.ipynb", Talk);
        var nb = await ProcessOutput.RunAsync(new ProcessStartInfo(LabProcess.Program, ["slides", Path.Combine(lab.Folder, "talk.ipynb")]), TimeSpan.FromMinutes(3));
        Assert.True(nb.ExitCode == 0, nb.Error);
        await using var page = await lab.OpenAsync();
        await page.Page.GotoAsync(new Uri(Path.Combine(lab.Folder, "talk.slides.html")).AbsoluteUri);
        var present = page.Page.Locator(".slides section.present:not(.stack)");
        await page.ExpectAsync(present, "A talk");
        await Assertions.Expect(present.Locator("math, .tex").First).ToBeVisibleAsync();
        Assert.DoesNotContain("left out", await page.Page.ContentAsync());
        await page.PictureAsync("slides-title");

        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.ExpectAsync(present, "Code");
        await Assertions.Expect(page.Page.Locator(".fragment")).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("visible"));
        await page.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Page.Locator(".fragment")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("visible"));
        await page.PictureAsync("slides-code");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.ExpectAsync(present, "Below");

        await page.Page.Keyboard.PressAsync("Home");
        var speaker = await page.Page.RunAndWaitForPopupAsync(() => page.Page.Keyboard.PressAsync("s"));
        await page.ExpectAsync(speaker.Locator(".speaker-controls-notes"), "Say hello");
    }

    [Fact]
    public async Task Cells_on_live_slides_are_edited_and_run()
    {
        Chromium.Require();
        await lab.WriteAsync("live.ipynb", Talk);
        await using var page = await lab.OpenAsync();
        await page.GoAsync("/slides/live.ipynb");
        await page.Page.Locator("body[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Page.Locator("mjx-container").First).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        var cell = page.Page.Locator(".slides section.present .qn-cell").First;
        await cell.Locator(".cm-content").ClickAsync();
        await page.Page.Keyboard.PressAsync("Control+End");
        // Spaces and arrows belong to the editor here, not to the slides.
        await page.Page.Keyboard.TypeAsync(" + 21");
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        await page.Page.Keyboard.PressAsync("Shift+Enter");
        await page.ExpectAsync(cell.Locator(".jp-OutputArea-output"), "^42$");
        await page.PictureAsync("slides-live");

        await page.Page.Keyboard.PressAsync("Control+A");
        await page.Page.Keyboard.TypeAsync("while (true) ;");
        await page.Page.Keyboard.PressAsync("Shift+Enter");
        await cell.GetByLabel("Stop").ClickAsync();
        await page.ExpectAsync(cell.Locator(".jp-OutputArea-output").Last, "[Ii]nterrupted");

        await page.Page.GetByText("Theme", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("body")).ToHaveAttributeAsync("data-jp-theme-light", "false");
        await page.PictureAsync("slides-live-dark");
    }

    [Fact]
    public async Task Stored_outputs_are_on_live_slides_as_they_were_put_out()
    {
        Chromium.Require();
        await lab.WriteAsync("stored.ipynb", OddNotebooks.All().Single(n => n.Name == "lines-everywhere.ipynb").Text);
        await using var page = await lab.OpenAsync();
        await page.GoAsync("/slides/stored.ipynb");
        await page.Page.Locator("body[data-ready]").WaitForAsync();
        var outputs = page.Page.Locator(".jp-OutputArea-output");
        Assert.Equal("1\n2\n34\n", (await outputs.First.Locator("pre").TextContentAsync())?.ReplaceLineEndings("\n"));
        await page.ExpectAsync(page.Page.Locator(".jp-OutputArea-output b"), "^bold$");
        await Assertions.Expect(page.Page.Locator(".jp-RenderedSVG img")).ToHaveJSPropertyAsync("naturalWidth", 9);
        await Assertions.Expect(page.Page.Locator(".jp-RenderedMermaid img, .jp-RenderedMermaid svg").First).ToBeAttachedAsync();
    }
}
