using System.Diagnostics;
using Microsoft.Playwright;
using static Qiansi.Clients.Browser.SampleFiles;

namespace Qiansi.Clients.Browser;

[Collection(nameof(RunningLab))]
public sealed class SlidesTests(RunningLab lab)
{
    private static string Talk => Notebook(
        Markdown("# A talk\n\nwith $a^2 + b^2 = c^2$", SlideType("slide")),
        Markdown("Say hello", SlideType("notes")),
        Markdown("## Code", SlideType("slide")),
        Code("var x = 20;\nx + 1", SlideType("-")),
        Markdown("Appears later", SlideType("fragment")),
        Markdown("### Below", SlideType("subslide")),
        Markdown("left out", SlideType("skip")));

    [Fact]
    public async Task One_file_of_slides_works_offline_with_fragments_formulas_and_notes()
    {
        Chromium.Require();
        await lab.WriteAsync("talk.ipynb", Talk);
        await using var page = await lab.OpenAsync();
        await page.Page.GotoAsync(await SlidesOfAsync(Path.Combine(lab.Folder, "talk.ipynb"), "talk"));
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

    public static TheoryData<string, int, int> Talks
    {
        get
        {
            var chapters = Directory.GetFiles(Path.Combine(InstalledKernel.Root, "notebooks"), "??-*.ipynb")
                .Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);
            return [.. chapters.SelectMany(c => new[] { (c, 1280, 720), (c, 1920, 1080) })];
        }
    }

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task Every_slide_of_a_chapter_fits_and_its_labels_can_be_read(string chapter, int width, int height)
    {
        Chromium.Require();
        await using var page = await lab.OpenAsync();
        await page.Page.SetViewportSizeAsync(width, height);
        await page.Page.GotoAsync(await SlidesOfAsync(Path.Combine(InstalledKernel.Root, "notebooks", chapter + ".ipynb"), chapter));
        await page.Page.WaitForFunctionAsync("() => window.Reveal?.isReady()");
        var faults = await page.Page.EvaluateAsync<string[]>("""
            () => Reveal.getSlides().flatMap(slide => {
              const { h, v } = Reveal.getIndices(slide);
              Reveal.slide(h, v);
              const name = `${h}.${v} ${slide.querySelector('h1, h2, h3, .continues')?.textContent}: `;
              const faults = [];
              if (slide.scrollHeight > slide.clientHeight + 1) faults.push(name + `${slide.scrollHeight - slide.clientHeight} px below the slide`);
              if (slide.scrollWidth > slide.clientWidth + 1) faults.push(name + `${slide.scrollWidth - slide.clientWidth} px beside the slide`);
              for (const text of slide.querySelectorAll('svg text, p, li, td, th, pre, summary, figcaption')) {
                if (!text.checkVisibility() || !text.textContent.trim() || text.closest('aside, math')) continue;
                const matrix = text.getScreenCTM?.();
                const scale = matrix ? Math.hypot(matrix.a, matrix.b) : Reveal.getScale() * text.currentCSSZoom;
                const size = parseFloat(getComputedStyle(text).fontSize) * scale;
                if (size < 11.9) faults.push(name + `${size.toFixed(1)} px for ${text.textContent.trim().slice(0, 30)}`);
              }
              return faults;
            })
            """);
        Assert.Empty(faults);
        // Short ones: the first notebook, and the chapters with fewer cells than the others.
        var fewest = chapter is "00-start-here" or "05-metrics" or "12-bplus-tree" ? 20 : 40;
        Assert.InRange(await page.Page.EvaluateAsync<int>("() => Reveal.getTotalSlides()"), fewest, 90);
        var title = await page.Page.EvaluateAsync<double>(
            "() => { Reveal.slide(0, 0); return document.querySelector('h1').getBoundingClientRect().top; }");
        Assert.InRange(title, 1, height / 2);
        await page.PictureAsync($"slides-{chapter}-{width}");
    }

    [Fact]
    public async Task Long_code_and_long_texts_are_reached_by_keys()
    {
        Chromium.Require();
        var lines = string.Join('\n', Enumerable.Range(0, 90).Select(i => $"var a{i} = {i};"));
        var path = await lab.WriteAsync("long.ipynb", Notebook(
            Markdown("# Long"), Code(lines), Markdown("## Folded"), Code(lines, outputs: "done\n"),
            Markdown("## List\n\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"{i}. item\n")))));
        await using var page = await lab.OpenAsync();
        await page.Page.SetViewportSizeAsync(1280, 720);
        await page.Page.GotoAsync(await SlidesOfAsync(path, "long"));
        await page.Page.WaitForFunctionAsync("() => window.Reveal?.isReady()");
        var present = page.Page.Locator(".slides section.present:not(.stack)");
        var code = present.Locator("pre.code");
        var bottom = 0.0;
        for (var pages = 0; pages < 10 && await present.Locator("pre.code").CountAsync() > 0; pages++)
        {
            bottom = await code.EvaluateAsync<double>("e => (e.scrollTop + e.clientHeight) / e.scrollHeight");
            await page.Page.Keyboard.PressAsync("PageDown");
            if (await present.GetByText("Folded").CountAsync() > 0) break;
        }

        Assert.InRange(bottom, 0.99, 1.01);
        await page.ExpectAsync(present, "Folded");
        await Assertions.Expect(present.Locator("pre.code")).ToBeHiddenAsync();
        await page.Page.Keyboard.PressAsync("c");
        await Assertions.Expect(present.Locator("pre.code")).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("c");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.ExpectAsync(present, "List");
        await page.Page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(present.Locator("ol")).ToHaveAttributeAsync("start", new System.Text.RegularExpressions.Regex("[0-9]+"));
        await page.ExpectAsync(present.Locator(".continues"), "List");
    }

    [Fact]
    public async Task The_window_of_a_speaker_shows_notes_and_what_cells_of_live_slides_put_out()
    {
        Chromium.Require();
        await lab.WriteAsync("spoken.ipynb", Talk);
        await using var page = await lab.OpenAsync();
        await page.GoAsync("/slides/spoken.ipynb");
        await page.Page.Locator("body[data-ready]").WaitForAsync();
        var speaker = await page.Page.RunAndWaitForPopupAsync(() => page.Page.Keyboard.PressAsync("s"));
        await page.ExpectAsync(speaker.Locator(".qn-notes"), "Say hello");
        var next = speaker.Locator("iframe").Last.ContentFrame.Locator(".slides section.present:not(.stack)");
        await page.ExpectAsync(next, "Code");
        await speaker.Locator("header").ClickAsync();
        await speaker.Keyboard.PressAsync("ArrowRight");
        await page.ExpectAsync(page.Page.Locator(".slides section.present:not(.stack)"), "Code");
        await page.ExpectAsync(next, "Below");
        await page.ExpectAsync(speaker.Locator(".qn-notes"), "No notes");
        await page.Page.GetByText("Run slide").ClickAsync();
        await page.ExpectAsync(
            speaker.Locator("iframe").First.ContentFrame.Locator(".slides section.present .jp-OutputArea-output"), "^21$");
        await speaker.ScreenshotAsync(new() { Path = Path.Combine(RunningLab.Screenshots, "slides-speaker.png") });
    }

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(1920, 1080)]
    public async Task Live_slides_fold_long_code_and_fit_the_screen(int width, int height)
    {
        Chromium.Require();
        var chapter = await File.ReadAllTextAsync(
            Path.Combine(InstalledKernel.Root, "notebooks", "03-optimizers.ipynb"), TestContext.Current.CancellationToken);
        await lab.WriteAsync($"live-chapter-{width}.ipynb", chapter);
        await using var page = await lab.OpenAsync();
        await page.Page.SetViewportSizeAsync(width, height);
        await page.GoAsync($"/slides/live-chapter-{width}.ipynb");
        await page.Page.Locator("body[data-ready]").WaitForAsync();
        Assert.NotEqual(0, await page.Page.Locator("details.input-fold").CountAsync());
        var faults = await page.Page.EvaluateAsync<string[]>("""
            async () => {
              const { deck } = window.qiansiSlides;
              const faults = [];
              for (const slide of deck.getSlides()) {
                const { h, v } = deck.getIndices(slide);
                deck.slide(h, v);
                // What is drawn late is fitted when it is there.
                const excess = () => slide.scrollHeight > slide.clientHeight + 1;
                await new Promise(done => setTimeout(done, 250));
                for (let waited = 0; excess() && waited < 10; waited++) await new Promise(done => setTimeout(done, 500));
                if (excess()) faults.push(`${h}.${v} ${slide.querySelector('h1, h2, h3')?.textContent}: ${slide.scrollHeight - slide.clientHeight} px`);
              }
              return faults;
            }
            """);
        Assert.Empty(faults);
        await page.PictureAsync($"slides-live-{width}");
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

    /// <summary>What <c>nb slides</c> makes of a notebook, as an address.</summary>
    private async Task<string> SlidesOfAsync(string notebook, string name)
    {
        var file = Path.Combine(lab.Folder, name + ".slides.html");
        var nb = await ProcessOutput.RunAsync(
            new ProcessStartInfo(LabProcess.Program, ["slides", notebook, "-o", file]), TimeSpan.FromMinutes(3));
        Assert.True(nb.ExitCode == 0, nb.Error);
        return new Uri(file).AbsoluteUri;
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
        await page.ExpectAsync(page.Page.Locator(".jp-OutputArea-output b"), @"^\s*bold$");
        await Assertions.Expect(page.Page.Locator(".jp-RenderedSVG img")).ToHaveJSPropertyAsync("naturalWidth", 9);
        await Assertions.Expect(page.Page.Locator(".jp-RenderedMermaid img, .jp-RenderedMermaid svg").First).ToBeAttachedAsync();
    }
}
