using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Qiansi.Clients.Browser.SampleFiles;

namespace Qiansi.Clients.Browser;

/// <summary>Two pictures under a slider: by the keyboard, without script, wherever notebooks are shown.</summary>
[Collection(nameof(RunningLab))]
public sealed class SliderTests(RunningLab lab)
{
    [Fact]
    public async Task The_border_between_two_pictures_follows_the_keyboard_in_the_lab_on_pages_and_on_slides()
    {
        Chromium.Require();
        var path = await lab.WriteAsync("slider.ipynb", Notebook(
            Markdown("# Two pictures", SlideType("slide")),
            Code("using static Qiansi.torch;\nzeros(8, 8).AsBeforeAfter(ones(16, 16), \"low\", \"high\")", SlideType("slide"))));
        await using var page = await lab.OpenAsync();
        await page.OpenNotebookAsync("slider.ipynb");
        await page.CommandAsync("notebook:run-all-cells");
        await FollowsAsync(page, page.Output(1));
        await page.PictureAsync("slider-lab");
        await page.SaveAsync();

        await page.Page.GotoAsync(await MadeAsync("convert", path, "slider.html", "--to", "html"));
        await FollowsAsync(page, page.Page.Locator("body"));
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var places = await page.Page.Locator("svg[aria-label*=' image of ']").EvaluateAllAsync<double[]>(
            "all => all.map(e => e.getBoundingClientRect().left)");
        Assert.True(places[1] > places[0] + 300, "side by side on paper");
        await Assertions.Expect(page.Page.Locator("input[type=range]")).ToBeHiddenAsync();
        await page.Page.EmulateMediaAsync(new() { Media = Media.Screen });

        await page.Page.GotoAsync(await MadeAsync("slides", path, "slider.slides.html"));
        await page.Page.WaitForFunctionAsync("() => window.Reveal?.isReady()");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        var slide = page.Page.Locator(".slides section.present:not(.stack)");
        await slide.Locator("input[type=range]").WaitForAsync();
        await FollowsAsync(page, slide);
        await page.PictureAsync("slider-slides");
    }

    private static async Task FollowsAsync(LabPage page, ILocator place)
    {
        var slider = place.Locator("input[type=range]");
        var after = place.Locator("svg[aria-label^='high:']");
        await Assertions.Expect(after).ToHaveCSSAsync("clip-path", new Regex(@"0px (50(\.0\d*)?|49\.9\d*)%"));
        await slider.FocusAsync();
        for (var i = 0; i < 10; i++) await page.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(slider).ToHaveValueAsync("40");
        await Assertions.Expect(after).ToHaveCSSAsync("clip-path", new Regex(@"0px (40(\.\d+)?|39\.9\d*)%"));
    }

    private async Task<string> MadeAsync(string command, string notebook, string name, params string[] options)
    {
        var file = Path.Combine(lab.Folder, name);
        var nb = await ProcessOutput.RunAsync(
            new ProcessStartInfo(LabProcess.Program, [command, notebook, .. options, "-o", file]), TimeSpan.FromMinutes(3));
        Assert.True(nb.ExitCode == 0, nb.Error);
        return new Uri(file).AbsoluteUri;
    }
}
